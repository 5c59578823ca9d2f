import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { driveTime } from './drive-time.js';
import { isFact } from './is-fact.js';
import type { Sending, Told } from './sent-at.js';
import { staysBetween, staysGoing, type ZoneStay } from './zone-stays.js';

/** How a truck comes to the plant of a load. */
interface Coming {
  readonly told: Told | null;
  /** The load before; undefined: none. */
  readonly last: PlannedLoad | undefined;
  /** What `sendingOf` says of it. */
  readonly sending: Sending | null;
}

/**
 * In zones on a truck's way to the plant of a load: from its last site at once, else, from where it stands, in time for
 * the load. Empty of a way that it is on by now, and of the one home from what has begun.
 */
export function staysToPlant(
  problem: DayProblem,
  truck: number,
  { told, last, sending }: Coming,
  { plant, loadFromSec }: PlannedLoad,
): ZoneStay[] {
  const { nowSec, plants, trucks, limits } = problem;
  const { duty, startPlace, endPlace } = trucks[truck]!;
  const goal = plants[plant]!.place;
  if (last && sending === null) {
    const isKnown = last.leaveSec < nowSec || (isFact(last) && goal === endPlace);
    return isKnown ? [] : staysGoing(problem, last.order, goal, last.leaveSec);
  }
  if (last && sending?.stoodSec === null) return staysGoing(problem, last.order, goal, nowSec);
  const from = sending?.from ?? startPlace;
  const endSec = last ? loadFromSec - limits.washSec : loadFromSec;
  const inTimeSec = endSec - driveTime(problem, from, goal, endSec);
  const isUnderWay = !last && told?.place === goal && duty.fromSec < nowSec && inTimeSec < nowSec;
  if (isUnderWay) return [];
  const beginSec = Math.max(inTimeSec, duty.fromSec, nowSec);
  return staysBetween(problem, { from, to: goal, beginSec, endSec });
}
