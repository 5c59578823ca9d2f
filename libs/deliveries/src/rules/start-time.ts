import { addMinutes } from '@tongyun/kernel';

/** Minutes for which a beginning that has passed may still be confirmed: no signal at home; ours. */
const LATE_MIN = 120;
/** Minutes ahead for which a driver may say when he begins: the next day, not the week. */
const AHEAD_MIN = 36 * 60;

/** Judges whether a driver may say now that he begins then; the limits themselves are in time. */
export function judgeStartTime(startsAt: Date, now: Date): 'in_time' | 'passed' | 'too_far' {
  if (startsAt < addMinutes(now, -LATE_MIN)) return 'passed';
  return startsAt > addMinutes(now, AHEAD_MIN) ? 'too_far' : 'in_time';
}
