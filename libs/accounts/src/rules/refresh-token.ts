import { secondsBetween } from '@tongyun/kernel';

/** The fields of a presented refresh token that the verdict reads. */
export interface PresentedToken {
  readonly expiresAt: Date;
  readonly replacedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type RefreshVerdict =
  /** The newest of its family. */
  | 'current'
  /** Replaced a moment ago: two pages refreshed at once, or a request was repeated. */
  | 'in_grace'
  /** Replaced, but the answer that carried its successor was probably lost. */
  | 'answer_lost'
  /** Somebody else went on with this sign-in: one of the two is a thief. */
  | 'reused'
  | 'ended';

/** Seconds in which a replaced token still answers. */
export const REFRESH_GRACE_SEC = 60;

/**
 * Judges a refresh token that is presented at `now`.
 *
 * A phone in a tunnel may repeat long after the grace; as long as nobody has used a successor, the
 * answer was lost and the repeat is honest. The unused successors are then revoked, so that whoever
 * does hold one is found out when he presents it.
 *
 * @param isSuccessorUsed whether a token issued at or after the replacement was presented itself
 */
export function judgeRefresh(
  token: PresentedToken,
  isSuccessorUsed: boolean,
  now: Date,
): RefreshVerdict {
  if (token.revokedAt !== null) return 'reused';
  if (token.expiresAt <= now) return 'ended';
  if (token.replacedAt === null) return 'current';
  if (secondsBetween(token.replacedAt, now) <= REFRESH_GRACE_SEC) return 'in_grace';
  return isSuccessorUsed ? 'reused' : 'answer_lost';
}
