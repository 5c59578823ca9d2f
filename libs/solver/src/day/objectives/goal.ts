import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayOrder, DayProblem } from '../problem/day-problem.js';
import type { Chain } from '../state/chain.js';

/** One goal that is counted on an order's chain, in its own unit. */
export interface ChainGoal {
  readonly code: string;
  readonly unit: 'min' | 'loads' | 'm³';
  /** Points for one unit. */
  price(problem: DayProblem): number;
  ofChain(order: DayOrder, chain: Chain, problem: DayProblem): number;
}

/** One goal that is counted on a truck's day, in its own unit. */
export interface TruckGoal {
  readonly code: string;
  readonly unit: 'km' | 'trips²' | 'h²';
  price(problem: DayProblem): number;
  ofTruck(problem: DayProblem, truck: number, trips: readonly PlannedLoad[]): number;
}

/** A load's turn in the queue of its plant. */
export interface Turn {
  /** When its truck was there, washed out and free to load. */
  readonly readySec: number;
  /** Since when it stands in the queue; null for a load that waits for a call, and as if there were none of those. */
  readonly queuesFromSec: number | null;
  readonly line: number;
  readonly loadFromSec: number;
  readonly loadToSec: number;
  readonly isStarted: boolean;
  /** Whether its truck has not been out before. */
  readonly isFirstOfDay: boolean;
}

/** One goal that is counted on the queue of a plant, in its own unit. */
export interface PlantGoal {
  readonly code: string;
  readonly unit: 'loads' | 'min';
  price(problem: DayProblem): number;
  /** @param turns of a whole day, in any order */
  ofPlant(turns: readonly Turn[]): number;
}
