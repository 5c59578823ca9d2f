import { roadKm } from '../problem/travel.js';
import type { TruckGoal } from './goal.js';

/** Kilometres without concrete: to the first plant, from each site to the next plant, and home. */
export const emptyDriving: TruckGoal = {
  code: 'empty_driving',
  unit: 'km',
  price: ({ weights }) => weights.emptyPerKm,
  ofTruck({ travel, plants, orders, trucks }, truck, trips) {
    if (trips.length === 0) return 0;
    const { startPlace, endPlace } = trucks[truck]!;
    let km = 0;
    let at = startPlace;
    for (const { plant, order } of trips) {
      km += roadKm(travel, at, plants[plant]!.place);
      at = orders[order]!.place;
    }
    return km + roadKm(travel, at, endPlace);
  },
};
