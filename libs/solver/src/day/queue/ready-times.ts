import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';

/**
 * When a truck is at its plant, washed out and free to load, for each of its loads; seconds of the day.
 *
 * @param own the truck's loads in order of loading
 */
export function readyTimesOf(
  { trucks, orders, plants, travel, limits }: DayProblem,
  truck: number,
  own: readonly PlannedLoad[],
): number[] {
  const { duty, startPlace } = trucks[truck]!;
  let [place, freeSec, washSec] = [startPlace, duty.fromSec, 0];
  return own.map((load) => {
    const backSec = freeSec + travelSec(travel, place, plants[load.plant]!.place, freeSec);
    const readySec = backSec + washSec;
    ({ place } = orders[load.order]!);
    [freeSec, washSec] = [load.leaveSec, limits.washSec];
    return readySec;
  });
}
