import { addMinutes, addSeconds, localTimeOf } from '@tongyun/kernel';

const MIN_PER_HOUR = 60;
/** What was offered so long ago was found on a day that has moved on. */
const OFFER_HOLDS_MIN = 10;

/** The operating day that runs at an instant, `YYYY-MM-DD`; a day begins at `startHour` local time. */
export const operatingDayAt = (now: Date, startHour: number, timeZone: string): string =>
  localTimeOf(addMinutes(now, -startHour * MIN_PER_HOUR), timeZone).on;

/** Whether it is time to search for a better plan again. */
export function isSearchDue(
  lastEndedAt: Date | null,
  pauseSec: number,
  openOfferMadeAt: Date | null,
  now: Date,
): boolean {
  if (openOfferMadeAt !== null && addMinutes(openOfferMadeAt, OFFER_HOLDS_MIN) > now) return false;
  return lastEndedAt === null || addSeconds(lastEndedAt, pauseSec) <= now;
}
