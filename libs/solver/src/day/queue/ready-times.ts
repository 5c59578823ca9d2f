import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import { sentFrom } from '../state/sent-from.js';
import type { ToldNext } from '../state/told-next.js';

/**
 * When a truck is at its plant, washed out and free to load, for each of its loads; seconds of the day. Who is
 * free by now, and was not on his way there, is sent now.
 *
 * @param toldNext by truck, what it was told to load next
 * @param own the truck's loads in order of loading
 */
export function readyTimesOf(
  problem: DayProblem,
  toldNext: readonly (ToldNext | undefined)[],
  truck: number,
  own: readonly PlannedLoad[],
): number[] {
  const { trucks, orders, plants, travel, limits, nowSec } = problem;
  const { duty, startPlace } = trucks[truck]!;
  let [place, freeSec, washSec] = [startPlace, duty.fromSec, 0];
  return own.map((load, at) => {
    const plantPlace = plants[load.plant]!.place;
    const told = toldNext[truck];
    const isFree = freeSec < nowSec && !load.started;
    const sent = isFree ? sentFrom(problem, told, truck, own[at - 1], plantPlace) : null;
    const isToldFirst = isFree && at === 0 && told?.place === plantPlace && plantPlace !== place;
    let readySec = freeSec + travelSec(travel, place, plantPlace, freeSec) + washSec;
    if (sent !== null) {
      readySec = nowSec + travelSec(travel, sent.place, plantPlace, nowSec) + washSec;
    } else if (isToldFirst) {
      // Whatever it loads there: who exchanges loads with another comes no sooner or later for that.
      const inTimeSec = told.loadToSec - limits.loadFixedSec;
      readySec = Math.min(nowSec + travelSec(travel, place, plantPlace, nowSec), inTimeSec);
    }
    ({ place } = orders[load.order]!);
    [freeSec, washSec] = [load.leaveSec, limits.washSec];
    return readySec;
  });
}
