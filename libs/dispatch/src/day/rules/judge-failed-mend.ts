import { addSeconds } from '@tongyun/kernel';

const FIRST_WAIT_SEC = 5;
const LONGEST_WAIT_SEC = 300;
/** With these waits the last attempt is made after about an hour: a plan of the day is another by then. */
const ATTEMPTS = 18;

export type FailedMendVerdict =
  { readonly state: 'again'; readonly nextAt: Date } | { readonly state: 'give_up' };

/**
 * Judges when a mend that failed is tried again: after 5 s, then each time after twice as long, at
 * most five minutes; eighteen attempts in all.
 *
 * @param attempts how many failed, the last one included
 */
export function judgeFailedMend(attempts: number, now: Date): FailedMendVerdict {
  if (attempts >= ATTEMPTS) return { state: 'give_up' };
  const waitSec = Math.min(FIRST_WAIT_SEC * 2 ** (attempts - 1), LONGEST_WAIT_SEC);
  return { state: 'again', nextAt: addSeconds(now, waitSec) };
}
