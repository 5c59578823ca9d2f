import type { PourProblem } from './pour-problem.js';

/**
 * Says why a problem cannot be searched, naming the first thing wrong; null when it can.
 *
 * Minutes and m³ are whole numbers, capacities and discharges above 0, and every pair of pours has
 * its trip: the search holds them in integer arrays, where anything else would be cut off unseen.
 */
export function findProblemFault(problem: PourProblem): string | null {
  const { trucks, pours, tripMin, firstTripMin, maxGapMin } = problem;
  for (const { id, capacityM3, dischargeMin } of trucks) {
    if (!isWhole(capacityM3, 1)) return `truck ${id}: capacityM3 ${capacityM3}`;
    if (!isWhole(dischargeMin, 1)) return `truck ${id}: dischargeMin ${dischargeMin}`;
  }
  for (const [nth, { id, demandM3, fromMin, toMin }] of pours.entries()) {
    if (!isWhole(demandM3, 1)) return `pour ${id}: demandM3 ${demandM3}`;
    if (!isWhole(fromMin, 0) || !isWhole(toMin, fromMin)) return `pour ${id}: ${fromMin}–${toMin}`;
    if (!isWhole(firstTripMin[nth], 0)) return `pour ${id}: firstTripMin ${firstTripMin[nth]}`;
    for (const [other] of pours.entries()) {
      const trip = tripMin[nth]?.[other];
      if (!isWhole(trip, 0)) return `pour ${id}: tripMin ${trip} to ${pours[other]!.id}`;
    }
  }
  return isWhole(maxGapMin, 0) ? null : `maxGapMin ${maxGapMin}`;
}

/** Beyond this a number does not fit into the search's arrays. */
const MOST = 2 ** 31 - 1;

const isWhole = (value: number | undefined, least: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= MOST;
