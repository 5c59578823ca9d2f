import { LargeNeighbourhood } from './improve/large-neighbourhood.js';
import type { PourPlan } from './plan/pour-plan.js';
import { findProblemFault } from './problem/find-problem-fault.js';
import type { PourProblem } from './problem/pour-problem.js';

export interface Search {
  /** The same seed and number of steps give the same plan. */
  readonly seed: number;
  /**
   * How much of the budget is spent before a step, [0, 1]; the search ends at 1. A number of steps
   * is `(step) => step / steps`; a time, or a wish to stop, is the caller's to measure.
   */
  readonly spent: (step: number) => number;
  /** Told of every better plan as it is found. */
  readonly onBetter?: (plan: PourPlan) => void;
}

/**
 * Searches for a plan that serves as much demand as it can; whatever it returns keeps every rule.
 *
 * Throws RangeError for a problem that `findProblemFault` finds fault with.
 */
export function solvePours(problem: PourProblem, { seed, spent, onBetter }: Search): PourPlan {
  const fault = findProblemFault(problem);
  if (fault !== null) throw new RangeError(`The problem cannot be searched: ${fault}`);
  const search = new LargeNeighbourhood(problem, seed);
  onBetter?.(search.plan());
  for (let step = 0; !search.servesAll; step += 1) {
    const share = spent(step);
    if (share >= 1) break;
    if (search.step(share)) onBetter?.(search.plan());
  }
  return search.plan();
}
