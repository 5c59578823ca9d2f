import { minutesBetween } from '@tongyun/kernel';

/** The fields of a trip that this rule reads. */
export interface BatchedLoad {
  readonly batchedAt: Date | null;
  readonly unloadEndAt: Date | null;
}

/** Policy `concrete.discharge_within_min` at the instant of batching. */
export interface ConcreteLifeLimits {
  /** Minutes from batching by which the last concrete must be out of the drum. */
  readonly dischargeWithinMin: number;
  /** Age in minutes at which dispatchers are warned. */
  readonly warnAtMin: number;
}

export type ConcreteLife =
  | { readonly state: 'not_batched' }
  | { readonly state: 'fresh' | 'due_soon' | 'expired'; readonly remainingMin: number };

/**
 * Judges how long a load stays usable.
 *
 * Age runs from batching and stops at discharge, so a load that was discharged in time never
 * expires afterwards. The limit itself still counts as in time.
 *
 * @param now instant of judgement; ignored once the load is discharged
 * @returns `remainingMin` in minutes, negative by as much as the load is overdue
 */
export function judgeConcreteLife(
  load: BatchedLoad,
  limits: ConcreteLifeLimits,
  now: Date,
): ConcreteLife {
  if (load.batchedAt === null) return { state: 'not_batched' };

  const ageMin = minutesBetween(load.batchedAt, load.unloadEndAt ?? now);
  const remainingMin = limits.dischargeWithinMin - ageMin;
  if (remainingMin < 0) return { state: 'expired', remainingMin };
  if (ageMin >= limits.warnAtMin) return { state: 'due_soon', remainingMin };
  return { state: 'fresh', remainingMin };
}
