import { seededRandom } from '@tongyun/kernel';
import { annealPours, PourNeighbourhood } from './improve/pour-neighbourhood.js';
import type { PourPlan } from './plan/pour-plan.js';
import { findProblemFault } from './problem/find-problem-fault.js';
import type { PourProblem } from './problem/pour-problem.js';
import { NeighbourhoodSearch } from './search/neighbourhood-search.js';
import { type Budget, searchInTurns } from './search/search-in-turns.js';

export interface Search {
  /** The same seed and number of steps give the same plan. */
  readonly seed: number;
  readonly spent: Budget['spent'];
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
  const random = seededRandom(seed);
  const pours = new PourNeighbourhood(problem, random);
  onBetter?.(pours.plan());
  const search = new NeighbourhoodSearch(pours, annealPours, random);
  const inTurns = {
    step: (share: number) => search.step(share),
    turns: () => (pours.servesAll ? 0 : 1),
  };
  searchInTurns([inTurns], { spent, onBetter: () => onBetter?.(pours.plan()) });
  return pours.plan();
}
