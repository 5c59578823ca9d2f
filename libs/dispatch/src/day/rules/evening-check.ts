import { addMinutes } from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';

const MIN_PER_HOUR = 60;
const DAY_MIN = 24 * MIN_PER_HOUR;

/** Policy of the enterprise: local hours. */
export interface CheckHours {
  /** On the calendar day before the operating day. */
  readonly checkHour: number;
  /** At which the operating day begins. */
  readonly startHour: number;
}

/**
 * Whether the first round of an operating day is due to be judged again: from the evening before,
 * also when nobody ran at that hour, until the day has begun.
 *
 * @param operatingOn `YYYY-MM-DD`
 */
export function isEveningCheckDue(
  operatingOn: string,
  now: Date,
  { checkHour, startHour }: CheckHours,
  timeZone: string,
): boolean {
  const midnight = instantOfLocal(operatingOn, 0, timeZone);
  const from = addMinutes(midnight, checkHour * MIN_PER_HOUR - DAY_MIN);
  const begins = instantOfLocal(operatingOn, startHour * MIN_PER_HOUR, timeZone);
  return from <= now && now < begins;
}
