import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayOrder, DayProblem } from '../problem/day-problem.js';
import type { Chain } from '../state/chain.js';

/** One goal that is counted on an order's chain, in its own unit. */
export interface ChainGoal {
  readonly code: string;
  readonly unit: 'min' | 'loads';
  /** Points for one unit. */
  price(problem: DayProblem): number;
  ofChain(order: DayOrder, chain: Chain): number;
}

/** One goal that is counted on a truck's day, in its own unit. */
export interface TruckGoal {
  readonly code: string;
  readonly unit: 'km' | 'trips²';
  price(problem: DayProblem): number;
  ofTruck(problem: DayProblem, truck: number, trips: readonly PlannedLoad[]): number;
}
