import { instantOfLocal } from '@tongyun/permission';
import { daysBetween } from './plan-for-period.js';

const MIN_PER_DAY = 1_440;

/** Calendar days, the last one counted in. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The instants of a period, `to` no longer part of it. */
export interface CityPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
  readonly timeZone: string;
}

/**
 * The instants of some calendar days, from midnight to midnight of a time zone.
 *
 * @returns null for no day at all, and for more than `mostDays`
 */
export function findCityPeriod(
  { from, to }: Days,
  mostDays: number,
  now: Date,
  timeZone: string,
): CityPeriod | null {
  const days = daysBetween(from, to);
  if (days < 1 || days > mostDays) return null;
  return {
    from: instantOfLocal(from, 0, timeZone),
    to: instantOfLocal(to, MIN_PER_DAY, timeZone),
    now,
    timeZone,
  };
}
