import { travelSec } from '../problem/travel.js';
import { readyAt } from '../state/ready-at.js';
import type { TripRule } from './trip-try.js';

/** Between two loads a truck comes back and washes out; its first and last way lie within the duty. */
export const truckBusy: TripRule = {
  code: 'truck_busy',
  forbids({ order, truck, plant, at, loadFromSec, loadToSec, leaveSec }, state) {
    const { travel, plants, orders, limits } = state.problem;
    const trips = state.trips[truck]!;
    const before = trips[at - 1];
    const after = trips[at];
    if (before !== undefined) {
      const { place } = plants[plant]!;
      if (readyAt(state, truck, before, place, loadToSec - loadFromSec) > loadFromSec) return true;
    }
    if (after === undefined) return false;
    const home = travelSec(travel, orders[order]!.place, plants[after.plant]!.place, leaveSec);
    return leaveSec + home + limits.washSec > after.loadFromSec;
  },
};
