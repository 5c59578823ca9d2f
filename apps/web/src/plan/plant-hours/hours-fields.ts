import type { LoadingSpan } from '@tongyun/contracts';
import { formatMinute, minuteOf } from '../../i18n/hours.js';

/** A span as a form has it: clocks as `<input type="time">` writes them. */
export interface ClockSpan {
  readonly from: string;
  readonly to: string;
}

const MIN_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

const clockOf = (hour: number): string =>
  formatMinute(Math.round((hour % HOURS_PER_DAY) * MIN_PER_HOUR));

export const toClocks = (hours: readonly LoadingSpan[]): ClockSpan[] =>
  hours.map(({ fromHour, toHour }) => ({ from: clockOf(fromHour), to: clockOf(toHour) }));

/** Clocks one after the other: what is not later than the one before it is on the next day. */
export function toHours(spans: readonly ClockSpan[]): LoadingSpan[] {
  let before = -1;
  const next = (clock: string): number => {
    const hour = minuteOf(clock) / MIN_PER_HOUR;
    before = hour > before ? hour : hour + HOURS_PER_DAY;
    return before;
  };
  return spans.map(({ from, to }) => ({ fromHour: next(from), toHour: next(to) }));
}
