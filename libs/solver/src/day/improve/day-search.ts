import { seededRandom } from '@tongyun/kernel';
import { NeighbourhoodSearch } from '../../search/neighbourhood-search.js';
import type { DayState } from '../state/day-state.js';
import { annealDay, DayNeighbourhood } from './day-neighbourhood.js';

/** The search of orders that may be moved, and what it works on. */
export interface DaySearch {
  readonly moved: DayNeighbourhood;
  readonly search: Pick<NeighbourhoodSearch<unknown>, 'step' | 'bestAdded'>;
}

/** @param orders the ones that may be moved; all others stay as the state has them */
export function searchDay(state: DayState, orders: readonly number[], seed: number): DaySearch {
  const moved = new DayNeighbourhood(state, orders);
  return { moved, search: new NeighbourhoodSearch(moved, annealDay, seededRandom(seed)) };
}
