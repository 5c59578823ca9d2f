import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem, StartedLoad } from '../problem/day-problem.js';
import { driveTime } from './drive-time.js';

/** A truck that stands free by now and is sent to a plant that it was not going to. */
export interface Sending {
  readonly from: number;
  /** How long it has been standing there; null: it was driving elsewhere, and turns. */
  readonly stoodSec: number | null;
  /** When it is at the plant. */
  readonly atSec: number;
}

/**
 * How a truck that stands free by now comes to the plant of its next load, if it has to be sent there;
 * null where it was on its way there anyhow: home, or where it was told to load next.
 *
 * @param told what it was told to load first of what has not begun; null: nothing
 * @param last what it has done by now; undefined: nothing yet
 */
export function sendingOf(
  problem: DayProblem,
  truck: number,
  told: Told | null,
  last: PlannedLoad | undefined,
  load: PlannedLoad,
): Sending | null {
  const { nowSec, orders, plants, trucks } = problem;
  const { duty, startPlace, endPlace } = trucks[truck]!;
  const [left, since] = last
    ? [orders[last.order]!.place, last.leaveSec]
    : [startPlace, duty.fromSec];
  if (load.started || since >= nowSec) return null;
  const goal = plants[load.plant]!.place;
  const sendFrom = (from: number, stoodSec: number | null): Sending => ({
    from,
    stoodSec,
    atSec: nowSec + driveTime(problem, from, goal, nowSec),
  });
  const waits = told === null || (!last && setsOutAt(problem, startPlace, told) > nowSec);
  const aim = waits ? (last ? endPlace : startPlace) : told.place;
  const isInTime = told?.place === goal && load.loadToSec >= told.loadToSec;
  if (!last && isInTime) return null;
  if (goal === aim) {
    // Who was told to load elsewhere stands in no queue at home before he is told otherwise.
    const isAwaited = waits && (told === null || told.place === goal);
    return last || isAwaited ? null : sendFrom(startPlace, nowSec - since);
  }
  if (!last) return sendFrom(aim, waits ? nowSec - since : 0);
  const thereSec = since + Math.round(driveTime(problem, left, aim, since));
  return thereSec <= nowSec ? sendFrom(aim, nowSec - thereSec) : sendFrom(left, null);
}

/** The same as the time at which it is there; −Infinity where it was on its way there anyhow. */
export const sentAt = (...asked: Parameters<typeof sendingOf>): number =>
  sendingOf(...asked)?.atSec ?? -Infinity;

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
