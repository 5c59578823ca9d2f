import { addMinutes } from '@tongyun/kernel';

export type StoredPassState = 'pending' | 'valid' | 'suspended' | 'revoked';
export type PassState = StoredPassState | 'expiring' | 'expired';

/** The fields of a pass that these rules read. */
export interface DatedPass {
  readonly state: StoredPassState;
  /** First instant at which it is valid. */
  readonly validFrom: Date;
  /** First instant at which it is valid no more. */
  readonly validTo: Date;
}

const MIN_PER_DAY = 1_440;

const FOLLOWING: Readonly<Record<StoredPassState, readonly StoredPassState[]>> = {
  pending: ['valid', 'revoked'],
  valid: ['suspended', 'revoked'],
  suspended: ['valid', 'revoked'],
  revoked: [],
};

/**
 * Computes the state a pass is shown in. Time changes only a valid pass, which is `pending` until it
 * begins: one that an authority has
 * suspended or revoked stays so after its last day.
 *
 * @param expiringWithinDays days before its end from which a valid pass is `expiring`
 */
export function computePassState(
  { state, validFrom, validTo }: DatedPass,
  expiringWithinDays: number,
  now: Date,
): PassState {
  if (state !== 'valid') return state;
  if (now < validFrom) return 'pending';
  if (validTo <= now) return 'expired';
  return validTo <= addMinutes(now, expiringWithinDays * MIN_PER_DAY) ? 'expiring' : 'valid';
}

/** Whether an authority may take a pass from one stored state to another; revoked is final. */
export const mayPassBecome = (from: StoredPassState, to: StoredPassState): boolean =>
  FOLLOWING[from].includes(to);
