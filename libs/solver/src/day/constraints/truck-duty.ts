import { travelSec } from '../problem/travel.js';
import { readyAt } from '../state/ready-at.js';
import type { TripRule } from './trip-try.js';

/** The way to the first plant, all loads and the way home lie within the driver's duty. */
export const truckDuty: TripRule = {
  code: 'truck_duty',
  forbids({ order, truck, plant, at, loadFromSec, loadToSec, leaveSec }, state) {
    const { travel, plants, orders, trucks, limits } = state.problem;
    const { duty, endPlace } = trucks[truck]!;
    // What it had begun before is no choice any more.
    if (loadFromSec < duty.fromSec) return true;
    if (at === 0) {
      const { place } = plants[plant]!;
      if (readyAt(state, truck, undefined, place, loadToSec - loadFromSec) > loadFromSec) {
        return true;
      }
    }
    if (at < state.trips[truck]!.length) return false;
    const home = travelSec(travel, orders[order]!.place, endPlace, leaveSec);
    return leaveSec + home + limits.washSec > duty.toSec;
  },
};
