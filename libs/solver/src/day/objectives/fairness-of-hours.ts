import { travelSec } from '../problem/travel.js';
import type { TruckGoal } from './goal.js';

const SEC_PER_HOUR = 3_600;

/**
 * Hours of work squared: the sum over a fleet is least when all work alike. Work is loading, driving, being at the
 * site, the ways back and washing out; standing at a plant between two trips is none.
 */
export const fairnessOfHours: TruckGoal = {
  code: 'fairness_hours',
  unit: 'h²',
  price: ({ weights }) => weights.fairnessPerHour2,
  ofTruck({ travel, plants, orders, trucks, limits }, truck, trips) {
    const [first] = trips;
    if (first === undefined) return 0;
    const { duty, startPlace, endPlace } = trucks[truck]!;
    let seconds = travelSec(travel, startPlace, plants[first.plant]!.place, duty.fromSec);
    trips.forEach(({ order, loadFromSec, leaveSec }, at) => {
      const next = trips[at + 1];
      const to = next === undefined ? endPlace : plants[next.plant]!.place;
      seconds += leaveSec - loadFromSec + limits.washSec;
      seconds += travelSec(travel, orders[order]!.place, to, leaveSec);
    });
    return (seconds / SEC_PER_HOUR) ** 2;
  },
};
