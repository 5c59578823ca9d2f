import type { EnterpriseId } from '@tongyun/kernel';
import type { SearchProgress } from '../solving/solve-job.js';

export interface AskedPlanning {
  readonly enterpriseId: EnterpriseId;
  /** Operating day. */
  readonly operatingOn: string;
  /** The order that leads the joint pour which alone is planned, in all its suppliers' days; null: the whole day. */
  readonly jointOrderId: string | null;
  readonly searchSec: number;
  readonly byUser: string;
  readonly byName: string;
}

/** A day that is being planned, or was lately. */
export interface Planning extends AskedPlanning {
  readonly id: string;
  readonly startedAt: Date;
  /** `searching` until the search is over, then `keeping` until the plan is stored. */
  readonly state: 'searching' | 'keeping' | 'done' | 'cancelled' | 'failed';
  /** Null before there is a first plan. */
  readonly progress: SearchProgress | null;
  /** The revision that came of it; null: none yet, or nothing. */
  readonly revision: number | null;
  /** Why nothing came of it; null: it goes on, or something did. */
  readonly refusedCode: string | null;
}
