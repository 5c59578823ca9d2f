import { addSeconds } from '@tongyun/kernel';

const FIRST_WAIT_SEC = 15;
const LONGEST_WAIT_SEC = 3_600;
/** With these waits the last call goes out after about nine hours. */
const CALLS = 16;

export type FailedCallVerdict =
  { readonly state: 'again'; readonly nextAt: Date } | { readonly state: 'give_up' };

/**
 * Judges when a call that failed is made again: after 15 s, then each time after twice as long, at
 * most an hour; sixteen calls in all.
 *
 * @param calls how many were made, the failed one included
 */
export function judgeFailedCall(calls: number, now: Date): FailedCallVerdict {
  if (calls >= CALLS) return { state: 'give_up' };
  const waitSec = Math.min(FIRST_WAIT_SEC * 2 ** (calls - 1), LONGEST_WAIT_SEC);
  return { state: 'again', nextAt: addSeconds(now, waitSec) };
}
