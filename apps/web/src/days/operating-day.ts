import { operatingDayOf } from '@tongyun/kernel';

const TIME_ZONE = 'Asia/Shanghai';
/** The shipped policy: a night's pour stays whole on one list. */
const START_HOUR = 4;
const DAY_MS = 24 * 3_600_000;

/** The operating day of an instant, `YYYY-MM-DD`. */
export const operatingDayAt = (at: Date): string => operatingDayOf(at, START_HOUR, TIME_ZONE);

/** Before a day's first hour a dispatcher's mind is on it: trucks are loaded for its first pours. */
const COMING_MS = 6 * 3_600_000;

/** The operating day that begins within six hours; null where none does. */
export function nextDayComing(at: Date): string | null {
  const coming = operatingDayAt(new Date(at.getTime() + COMING_MS));
  return coming === operatingDayAt(at) ? null : coming;
}

/** The day `days` after a day, `YYYY-MM-DD`; negative goes back. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
