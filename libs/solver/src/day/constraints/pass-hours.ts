import type { TripRule } from './trip-try.js';
import { arrivesShut, leavesShut, standsShut } from './zone-hours.js';

/**
 * A truck is inside a zone only while its pass allows it, from going in to coming out: on its way to the site, there,
 * and on its way back, which is taken to lead to the plant that loaded it.
 */
export const passHours: TripRule = {
  code: 'pass_hours',
  forbids({ order, truck, plant, loadToSec, arriveSec, leaveSec }, { problem }) {
    const { zoneSpans } = problem.trucks[truck]!;
    const { place } = problem.plants[plant]!;
    return (
      standsShut(problem, zoneSpans, order, arriveSec, leaveSec) ||
      arrivesShut(problem, zoneSpans, order, place, { beginSec: loadToSec, arriveSec }) ||
      leavesShut(problem, zoneSpans, order, place, leaveSec)
    );
  },
};
