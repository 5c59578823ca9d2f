import { addMinutes } from '@tongyun/kernel';

/** Minutes that a tap may be kept by a phone without network: one long shift; ours. */
export const OLDEST_CLOCK_IN_MIN = 12 * 60;

/** Minutes that a phone's clock may run ahead of ours; as far as a fix may (fix.future_tolerance_sec). */
export const CLOCK_AHEAD_MIN = 5;

/**
 * Whether a duty may begin at the instant that a phone states.
 *
 * @returns `too_old` or `in_future` when it may not; both limits themselves are allowed
 */
export function judgeDutyTime(at: Date, now: Date): 'fits' | 'too_old' | 'in_future' {
  if (at < addMinutes(now, -OLDEST_CLOCK_IN_MIN)) return 'too_old';
  return at > addMinutes(now, CLOCK_AHEAD_MIN) ? 'in_future' : 'fits';
}
