import { drivesToPlantShut } from './empty-ways.js';
import type { TripRule } from './trip-try.js';
import { arrivesShut, leavesShut, standsShut } from './zone-hours.js';

/**
 * A truck is inside a zone only while its pass allows it, from going in to coming out: on its way to the plant, to the
 * site, there, and on its way from there to wherever it goes next.
 */
export const passHours: TripRule = {
  code: 'pass_hours',
  forbids({ order, truck, plant, at, loadFromSec, loadToSec, arriveSec, leaveSec }, state) {
    const { problem } = state;
    const { zoneSpans, endPlace } = problem.trucks[truck]!;
    const { place } = problem.plants[plant]!;
    const trips = state.trips[truck]!;
    const after = trips[at];
    const next = after === undefined ? endPlace : problem.plants[after.plant]!.place;
    return (
      standsShut(problem, zoneSpans, order, arriveSec, leaveSec) ||
      arrivesShut(problem, zoneSpans, order, place, { beginSec: loadToSec, arriveSec }) ||
      leavesShut(problem, zoneSpans, order, next, leaveSec) ||
      drivesToPlantShut(state, truck, trips[at - 1], { place, loadFromSec })
    );
  },
};
