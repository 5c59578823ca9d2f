import { type Interval, localTimeOf } from '@tongyun/kernel';
import { type DayCalendar, isDayOf, PLAIN_CALENDAR } from './day-calendar.js';
import type { DailyHours } from './facts.js';
import { joined, overlapOf } from './spans.js';

const MS_PER_MIN = 60_000;
const MS_PER_DAY = 86_400_000;

/**
 * The instant at which clocks in `timeZone` show `minuteOfDay` on a calendar day.
 *
 * A minute that the clocks skip in spring gives the instant an hour off; China has had no such
 * change since 1991.
 *
 * @param on `YYYY-MM-DD`
 * @param minuteOfDay minutes since local midnight; 1440 and more run into the following days
 */
export function instantOfLocal(on: string, minuteOfDay: number, timeZone: string): Date {
  const asIfUtc = Date.parse(`${on}T00:00:00Z`) + minuteOfDay * MS_PER_MIN;
  const guess = asIfUtc - offsetMs(asIfUtc, timeZone);
  return new Date(asIfUtc - offsetMs(guess, timeZone));
}

/** The calendar day `days` after `on`, both `YYYY-MM-DD`. */
export const dayAfter = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

/**
 * The parts of a window that lie in the daily hours, joined; the whole window when `hours` is
 * empty. A span that began the evening before counts with the day it began on.
 */
export function spansInHours(
  hours: readonly DailyHours[],
  window: Interval,
  timeZone: string,
  calendar: DayCalendar = PLAIN_CALENDAR,
): Interval[] {
  if (hours.length === 0) return joined([window]);

  const spans: Interval[] = [];
  const lastOn = localTimeOf(window.to, timeZone).on;
  let on = dayAfter(localTimeOf(window.from, timeZone).on, -2); // 24 h begun at "24:00" last longest
  for (; on <= lastOn; on = dayAfter(on, 1)) {
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
    for (const { weekdays, days = 'any', fromMin, toMin } of hours) {
      if (!weekdays.includes(weekday) || !isDayOf(on, days, calendar)) continue;
      const lengthMin = toMin > fromMin ? toMin - fromMin : toMin - fromMin + 1440;
      const span = overlapOf(window, {
        from: instantOfLocal(on, fromMin, timeZone),
        to: instantOfLocal(on, fromMin + lengthMin, timeZone),
      });
      if (span) spans.push(span);
    }
  }
  return joined(spans);
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetMs(atMs: number, timeZone: string): number {
  const { on, minuteOfDay } = localTimeOf(new Date(atMs), timeZone);
  const shown = Date.parse(`${on}T00:00:00Z`) + minuteOfDay * MS_PER_MIN;
  return shown - Math.floor(atMs / MS_PER_MIN) * MS_PER_MIN;
}
