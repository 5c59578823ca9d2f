import { addMinutes, addSeconds } from '@tongyun/kernel';

/** How long a terminal may take for its first answer (JT/T 808-2019, 6.1.1: set by the platform). */
const ANSWER_WITHIN_SEC = 15;
/** How often a message is sent again before the terminal counts as not answering. */
const MAX_RESENDS = 3;
/**
 * What is never sent twice: a terminal that restarts before it answers comes back by a new connection,
 * cannot know the repeat, and would restart again.
 */
const ONCE: ReadonlySet<string> = new Set(['control']);
/** A question where a truck is means nothing an hour later. */
const HOLDS_MIN = 60;

/** An order that nobody has answered yet. */
export interface OpenOrder {
  readonly command: { readonly kind: string };
  /** How often it went out. */
  readonly sends: number;
  /** When it is to go out next, or to be given up. */
  readonly nextAt: Date;
  readonly expiresAt: Date;
}

export type OrderVerdict =
  | { readonly state: 'wait' }
  /** `nextAt`: when to look again, should no answer come. */
  | { readonly state: 'send'; readonly nextAt: Date }
  | { readonly state: 'unanswered' | 'expired' };

/**
 * Until when an order that is given at `now` may still be carried out.
 *
 * @param withinMin how long what is said holds, minutes
 */
export const orderExpiresAt = (now: Date, withinMin = HOLDS_MIN): Date =>
  addMinutes(now, withinMin);

/**
 * How long to wait for the answer to the sending after `sends` others, in seconds.
 *
 * T(N+1) = T(N) × (N+1), N the number of resends (JT/T 808-2019, 6.1.1): 15, 30, 90, 360.
 */
export function answerTimeoutSec(sends: number): number {
  let timeoutSec = ANSWER_WITHIN_SEC;
  for (let resend = 1; resend <= sends; resend += 1) timeoutSec *= resend + 1;
  return timeoutSec;
}

/**
 * Judges what becomes of an open order whose terminal is connected.
 *
 * The instant of expiry itself is too late; an order that went out is no longer expired by it but
 * unanswered, once its last time-out is over.
 */
export function judgeOpenOrder(
  { command, sends, nextAt, expiresAt }: OpenOrder,
  now: Date,
): OrderVerdict {
  if (now < nextAt) return { state: 'wait' };
  if (sends > (ONCE.has(command.kind) ? 0 : MAX_RESENDS)) return { state: 'unanswered' };
  if (now >= expiresAt) return { state: sends === 0 ? 'expired' : 'unanswered' };
  return { state: 'send', nextAt: addSeconds(now, answerTimeoutSec(sends)) };
}
