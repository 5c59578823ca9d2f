import { type Clock, DomainError } from '@tongyun/kernel';
import { type CityPeriod, type Days, findCityPeriod } from './rules/city-period.js';

/** The instants of the days that were asked for; refuses those that are none or too many. */
export function periodOf(
  { from, to }: Days,
  mostDays: number,
  clock: Clock,
  timeZone: string,
): CityPeriod {
  const period = findCityPeriod({ from, to }, mostDays, clock.now(), timeZone);
  if (period) return period;
  throw new DomainError('CITY_PERIOD_INVALID', `Ask for 1 to ${mostDays} days`, {
    from,
    to,
    mostDays,
  });
}
