import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem, StartedLoad } from '../problem/day-problem.js';
import { driveTime } from './drive-time.js';

/**
 * When a truck that stands free by now is at the plant of its next load, if it has to be sent there;
 * −Infinity where it was on its way there anyhow: home, or where it was told to load next.
 *
 * @param told what it was told to load first of what has not begun; null: nothing
 * @param last what it has done by now; undefined: nothing yet
 */
export function sentAt(
  problem: DayProblem,
  truck: number,
  told: Told | null,
  last: PlannedLoad | undefined,
  load: PlannedLoad,
): number {
  const { nowSec, orders, plants, trucks } = problem;
  const { duty, startPlace, endPlace } = trucks[truck]!;
  const [left, since] = last
    ? [orders[last.order]!.place, last.leaveSec]
    : [startPlace, duty.fromSec];
  if (since >= nowSec) return -Infinity;
  const goal = plants[load.plant]!.place;
  const toGoal = (from: number): number => nowSec + driveTime(problem, from, goal, nowSec);
  const waits = told === null || (!last && setsOutAt(problem, startPlace, told) > nowSec);
  const aim = waits ? (last ? endPlace : startPlace) : told.place;
  const isInTime = told?.place === goal && load.loadToSec >= told.loadToSec;
  if (!last && isInTime) return -Infinity;
  if (goal === aim) return last || waits ? -Infinity : toGoal(startPlace);
  const isThere = since + Math.round(driveTime(problem, left, aim, since)) <= nowSec;
  return toGoal(isThere || !last ? aim : left);
}

/** What a truck was told, or is held, to load first of what has not begun. */
export interface Told {
  readonly place: number;
  readonly loadToSec: number;
}

/** By truck; without those who were told nothing more. */
export function toldFirst({ orders, plants }: DayProblem): ReadonlyMap<number, Told> {
  const first = new Map<number, Told>();
  for (const { released, started } of orders) {
    for (const { truck, plant, loadToSec } of [...released, ...started.filter(isHeldOnly)]) {
      const sooner = first.get(truck);
      if (sooner && sooner.loadToSec <= loadToSec) continue;
      first.set(truck, { place: plants[plant]!.place, loadToSec });
    }
  }
  return first;
}

const isHeldOnly = ({ isHeld = false }: StartedLoad): boolean => isHeld;

/** When it has to have left at the latest to leave the plant as it was told. */
const setsOutAt = (problem: DayProblem, from: number, told: Told): number =>
  told.loadToSec - Math.round(driveTime(problem, from, told.place, problem.nowSec));
