import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import { sentFrom } from '../state/sent-from.js';
import type { ToldNext } from '../state/told-next.js';
import type { TripRule, TripTry } from './trip-try.js';

/**
 * No driving beyond the limit without a stop that counts as a rest, nor beyond the limit of a day.
 *
 * Standing at plant and site counts as a stop when it is long enough, and so does where a truck stood that is
 * sent from there to another plant; the way to where it stood is driven as well.
 */
export const drivingHours: TripRule = {
  code: 'driving_hours',
  forbids: (trip, { problem, toldNext, trips }) =>
    drivesTooLong(problem, toldNext[trip.truck], trip.truck, trips[trip.truck]!, trip),
};

/**
 * Whether a truck's day has too much driving in it, as it is or with one more trip. How far it drove until
 * something is chosen is a fact, however long; from there on the limits hold.
 *
 * @param told what it was told to load next; undefined: nothing
 * @param trips the truck's loads in order of time
 */
export function drivesTooLong(
  problem: DayProblem,
  told: ToldNext | undefined,
  truck: number,
  trips: readonly PlannedLoad[],
  more: TripTry | null,
): boolean {
  const { travel, plants, orders, trucks, limits, nowSec } = problem;
  const { startPlace, endPlace, duty } = trucks[truck]!;
  const moreAt = more === null ? Infinity : more.at;
  const count = more === null ? trips.length : trips.length + 1;
  let at = startPlace;
  let leaveSec = duty.fromSec;
  let unbroken = 0;
  let total = 0;
  let isChosen = false;
  let before: PlannedLoad | undefined;
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
    const isOpen = had === null || !had.started;
    isChosen ||= isOpen;
    const plantPlace = plants[next.plant]!.place;
    if (isOpen && leaveSec < nowSec) {
      const sent = sentFrom(problem, told, truck, before, plantPlace);
      if (sent !== null) {
        if (sent.stoodSec === null) {
          // The part of a way that it does not finish.
          unbroken += nowSec - leaveSec;
          total += nowSec - leaveSec;
        } else {
          drive(sent.place);
          if (sent.stoodSec >= limits.breakSec) unbroken = 0;
        }
        leaveSec = nowSec;
      }
    }
    const there = drive(plantPlace);
    if (isChosen && unbroken > limits.drivingMaxSec) return true;
    if (next.loadToSec - there >= limits.breakSec) unbroken = 0;
    leaveSec = next.loadToSec;
    drive(orders[next.order]!.place);
    if (isChosen && unbroken > limits.drivingMaxSec) return true;
    if (next.leaveSec - next.arriveSec >= limits.breakSec) unbroken = 0;
    leaveSec = next.leaveSec;
    if (had !== null) before = had;
  }
  drive(endPlace);
  return isChosen && (unbroken > limits.drivingMaxSec || total > limits.dayDrivingMaxSec);
}
