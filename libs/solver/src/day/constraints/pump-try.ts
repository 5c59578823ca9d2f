import type { DayState } from '../state/day-state.js';

/** A pump's stay at a site that is being tried. */
export interface PumpTry {
  readonly order: number;
  readonly pump: number;
  /** Where among the pump's jobs it would come. */
  readonly at: number;
  readonly readySec: number;
  readonly untilSec: number;
  readonly leaveSec: number;
}

/** One hard rule about a pump's stay. */
export interface PumpRule {
  readonly code: string;
  forbids(job: PumpTry, state: DayState): boolean;
}
