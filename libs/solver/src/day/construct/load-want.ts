import type { LoadKind } from '../problem/day-problem.js';

/** The next load that an order needs. */
export interface LoadWant {
  readonly order: number;
  /** Its number among the loads that are not started yet, from 0. */
  readonly index: number;
  readonly kind: LoadKind;
  /** What is still to be brought, m³; the drum may hold less. */
  readonly m3: number;
  readonly place: number;
  /** When the site could begin with it, and by when it must. */
  readonly earliestSec: number;
  readonly latestSec: number;
  /** By when its discharge must have ended, for a truck of another order or plan to have the place; Infinity: never. */
  readonly untilSec: number;
  readonly pumpsReadySec: number;
  readonly isFirst: boolean;
  /** m³ that each of the order's sources may still bring. */
  readonly quotaM3: readonly number[];
}
