import type { TripTry } from '../constraints/trip-try.js';
import { roadKm } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import type { LoadWant } from './load-want.js';

/** The largest drum on the road, m³. */
const LARGEST_DRUM_M3 = 15;
/** Points for a cubic metre less than the largest drum, while the order wants more: it makes another trip. */
const SMALL_DRUM_PER_M3 = 4;
/** Points for a minute that a truck stands at a plant before it loads: long rests are kept whole. */
const IDLE_PER_MIN = 0.02;
const IDLE_MAX_MIN = 240;
/** Keeps a price above 0 when it is the truck that people were told of. */
const BASE = 100;

/** What a trip costs beside others that could bring the same load, points. Always above 0. */
export function priceTrip(state: DayState, want: LoadWant, trip: TripTry): number {
  const { travel, plants, orders, trucks, weights, limits } = state.problem;
  const order = orders[trip.order]!;
  const truck = trucks[trip.truck]!;
  const trips = state.trips[trip.truck]!;
  const before = trips[trip.at - 1];
  const after = trips[trip.at];
  const plantPlace = plants[trip.plant]!.place;
  const from = before === undefined ? truck.startPlace : orders[before.order]!.place;
  const to = after === undefined ? truck.endPlace : plants[after.plant]!.place;
  const detourKm =
    roadKm(travel, from, plantPlace) +
    roadKm(travel, order.place, to) -
    (before === undefined && after === undefined ? 0 : roadKm(travel, from, to));
  const lateMin = (trip.dischargeFromSec - want.earliestSec) / 60;
  const missingM3 = want.m3 > trip.m3 ? Math.max(0, LARGEST_DRUM_M3 - trip.m3) : 0;
  const idleMin =
    before === undefined
      ? 0
      : Math.max(0, trip.loadFromSec - before.leaveSec - limits.washSec) / 60;
  const tripHours = (trip.leaveSec - trip.loadFromSec) / 3_600;
  const told = order.released[want.index];
  return (
    BASE +
    lateMin * (trip.isFirst ? weights.firstLatePerMin : weights.spacingPerMin) +
    ((trip.dischargeFromSec - trip.arriveSec) / 60) * weights.waitPerMin +
    detourKm * weights.emptyPerKm +
    missingM3 * SMALL_DRUM_PER_M3 +
    (truck.drumM3 - trip.m3) * weights.wastePerM3 +
    Math.min(idleMin, IDLE_MAX_MIN) * IDLE_PER_MIN +
    (2 * trips.length + 1) * weights.fairnessPerTrip2 +
    (2 * state.busyHours(trip.truck) + tripHours) * tripHours * weights.fairnessPerHour2 -
    (told?.truck === trip.truck ? Math.min(BASE, weights.changePerLoad) : 0)
  );
}
