import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import type { TripRule, TripTry } from './trip-try.js';

/**
 * No driving beyond the limit without a stop that counts as a rest, nor beyond the limit of a day.
 *
 * Standing at plant and site counts as a stop when it is long enough.
 */
export const drivingHours: TripRule = {
  code: 'driving_hours',
  forbids: (trip, { problem, trips }) =>
    drivesTooLong(problem, trip.truck, trips[trip.truck]!, trip),
};

/**
 * Whether a truck's day has too much driving in it, as it is or with one more trip. How far it drove until
 * something is chosen is a fact, however long; from there on the limits hold.
 *
 * @param trips the truck's loads in order of time
 */
export function drivesTooLong(
  { travel, plants, orders, trucks, limits }: DayProblem,
  truck: number,
  trips: readonly PlannedLoad[],
  more: TripTry | null,
): boolean {
  const { startPlace, endPlace, duty } = trucks[truck]!;
  const moreAt = more === null ? Infinity : more.at;
  const count = more === null ? trips.length : trips.length + 1;
  let at = startPlace;
  let leaveSec = duty.fromSec;
  let unbroken = 0;
  let total = 0;
  let isChosen = false;
  const drive = (to: number): number => {
    const seconds = travelSec(travel, at, to, leaveSec);
    unbroken += seconds;
    total += seconds;
    at = to;
    return leaveSec + seconds;
  };
  for (let index = 0; index < count; index += 1) {
    const had = index === moreAt ? null : trips[index < moreAt ? index : index - 1]!;
    const next = had ?? more!;
    isChosen ||= had === null || !had.started;
    const there = drive(plants[next.plant]!.place);
    if (isChosen && unbroken > limits.drivingMaxSec) return true;
    if (next.loadToSec - there >= limits.breakSec) unbroken = 0;
    leaveSec = next.loadToSec;
    drive(orders[next.order]!.place);
    if (isChosen && unbroken > limits.drivingMaxSec) return true;
    if (next.leaveSec - next.arriveSec >= limits.breakSec) unbroken = 0;
    leaveSec = next.leaveSec;
  }
  drive(endPlace);
  return isChosen && (unbroken > limits.drivingMaxSec || total > limits.dayDrivingMaxSec);
}
