import type { PlannedLoad } from '../problem/day-plan.js';

/** A hard rule that a plan breaks. */
export interface DayFault {
  readonly code: string;
  readonly order: number;
  readonly detail: string;
  /** The load that breaks it, where it is a single one's fault. */
  readonly load?: PlannedLoad;
  /** The pump that does, alike. */
  readonly pump?: number;
}
