import { travelSec } from '../problem/travel.js';
import type { TripRule } from './trip-try.js';

/**
 * No driving beyond the limit without a stop that counts as a rest, nor beyond the limit of a day.
 *
 * Standing at plant and site counts as a stop when it is long enough.
 */
export const drivingHours: TripRule = {
  code: 'driving_hours',
  forbids(trip, state) {
    const { travel, plants, orders, trucks, limits } = state.problem;
    const { startPlace, endPlace, duty } = trucks[trip.truck]!;
    const trips = state.trips[trip.truck]!;
    let at = startPlace;
    let leaveSec = duty.fromSec;
    let unbroken = 0;
    let total = 0;
    const drive = (to: number): number => {
      const seconds = travelSec(travel, at, to, leaveSec);
      unbroken += seconds;
      total += seconds;
      at = to;
      return leaveSec + seconds;
    };
    for (let index = 0; index <= trips.length; index += 1) {
      const next = index < trip.at ? trips[index]! : index === trip.at ? trip : trips[index - 1]!;
      const there = drive(plants[next.plant]!.place);
      if (unbroken > limits.drivingMaxSec) return true;
      if (next.loadToSec - there >= limits.breakSec) unbroken = 0;
      leaveSec = next.loadToSec;
      drive(orders[next.order]!.place);
      if (unbroken > limits.drivingMaxSec) return true;
      if (next.leaveSec - next.arriveSec >= limits.breakSec) unbroken = 0;
      leaveSec = next.leaveSec;
    }
    drive(endPlace);
    return unbroken > limits.drivingMaxSec || total > limits.dayDrivingMaxSec;
  },
};
