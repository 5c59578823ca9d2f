import type { TripTry } from '../constraints/trip-try.js';
import type { PlannedLoad } from '../problem/day-plan.js';

/** A try that is taken, as a row of the plan. Field by field: this runs for every load of every step. */
export const toLoad = (trip: TripTry): PlannedLoad => ({
  order: trip.order,
  truck: trip.truck,
  plant: trip.plant,
  line: trip.line,
  place: trip.place,
  m3: trip.m3,
  kind: trip.kind,
  started: false,
  refusedM3: 0,
  loadFromSec: trip.loadFromSec,
  loadToSec: trip.loadToSec,
  arriveSec: trip.arriveSec,
  dischargeFromSec: trip.dischargeFromSec,
  dischargeToSec: trip.dischargeToSec,
  leaveSec: trip.leaveSec,
});
