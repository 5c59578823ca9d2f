import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem, Span } from '../problem/day-problem.js';
import { loadingSecOf } from '../problem/load-time.js';
import { roadKm, travelSec } from '../problem/travel.js';
import { BusyLine } from '../state/busy-line.js';
import { readyAt } from '../state/ready-at.js';
import { toldNextOf } from '../state/told-next.js';

/** The plan with a load on another truck in the same slot, all else as it is; rules are not asked. */
export const bringBy = (plan: DayPlan, load: PlannedLoad, truck: number): DayPlan => ({
  ...plan,
  loads: plan.loads.map((one) => (one === load ? { ...load, truck } : one)),
});

/**
 * The plan with a load on another truck as soon as that is back and a line of the plant is free; who
 * discharges after it at the site waits for a free place, and pumps stay until the last is out. Rules
 * are not asked. Null when the truck is back in time for the slot.
 */
export function bringLateBy(
  problem: DayProblem,
  plan: DayPlan,
  load: PlannedLoad,
  truck: number,
): DayPlan | null {
  const order = problem.orders[load.order]!;
  const { place, lines } = problem.plants[load.plant]!;
  const readySec = readyAtPlant(problem, plan, load, truck);
  if (readySec <= load.loadFromSec) return null;
  const slots = lines.map((_, line) => {
    const loadSec = loadingSecOf(problem, load.order, load.plant, line, load.m3);
    const fromSec = lineBeside(problem, plan, load, line).earliest(loadSec, readySec);
    return { line, fromSec, toSec: fromSec + loadSec };
  });
  const { line, fromSec, toSec } = slots.reduce((best, slot) =>
    slot.toSec < best.toSec ? slot : best,
  );
  const arriveSec = toSec + travelSec(problem.travel, place, order.place, toSec);
  const moved = { ...load, truck, line, loadFromSec: fromSec, loadToSec: toSec, arriveSec };
  const late = delay(moved, arriveSec - load.dischargeFromSec);
  return inPlaceOf(problem, plan, load, late);
}

/** Empty kilometres from where a truck is before a load to the plant that it loads at. */
export function approachKm(
  problem: DayProblem,
  plan: DayPlan,
  load: PlannedLoad,
  truck: number,
): number {
  const before = tripBefore(plan, load, truck);
  const from = before ? problem.orders[before.order]!.place : problem.trucks[truck]!.startPlace;
  return roadKm(problem.travel, from, problem.plants[load.plant]!.place);
}

/** When a truck stands at the load's plant, washed out, after what it has before that load. */
function readyAtPlant(
  problem: DayProblem,
  plan: DayPlan,
  load: PlannedLoad,
  truck: number,
): number {
  const before = tripBefore(plan, load, truck);
  const { place } = problem.plants[load.plant]!;
  const loadSec = load.loadToSec - load.loadFromSec;
  const state = { problem, toldNext: toldNextOf(problem) };
  const readySec = readyAt(state, truck, before, place, loadSec);
  return Math.max(problem.trucks[truck]!.duty.fromSec, readySec);
}

const tripBefore = (
  { loads }: DayPlan,
  load: PlannedLoad,
  truck: number,
): PlannedLoad | undefined =>
  loads
    .filter((one) => one !== load && one.truck === truck && one.loadFromSec <= load.loadFromSec)
    .toSorted((one, other) => one.loadFromSec - other.loadFromSec)
    .at(-1);

/** A line as all other loads leave it. */
function lineBeside(
  { plants }: DayProblem,
  { loads }: DayPlan,
  load: PlannedLoad,
  line: number,
): BusyLine {
  const taken = loads.flatMap((one): Span[] =>
    one !== load && one.plant === load.plant && one.line === line
      ? [{ fromSec: one.loadFromSec, toSec: one.loadToSec }]
      : [],
  );
  return new BusyLine([...plants[load.plant]!.lines[line]!.closed, ...taken]);
}

const delay = (load: PlannedLoad, sec: number): PlannedLoad =>
  sec <= 0
    ? load
    : {
        ...load,
        dischargeFromSec: load.dischargeFromSec + sec,
        dischargeToSec: load.dischargeToSec + sec,
        leaveSec: load.leaveSec + sec,
      };

/** The plan with a later load in place of one: who discharges after it waits until a place is free. */
function inPlaceOf(
  { orders, pumps }: DayProblem,
  plan: DayPlan,
  load: PlannedLoad,
  late: PlannedLoad,
): DayPlan {
  const { order } = load;
  const inTurn = plan.loads
    .filter((one) => one.order === order)
    .map((one) => (one === load ? late : one))
    .toSorted((one, other) => one.dischargeFromSec - other.dischargeFromSec);
  const freeSec = Array.from({ length: orders[order]!.places }, () => -Infinity);
  const shifted = inTurn.map((one) => {
    const free = freeSec[one.place] ?? -Infinity;
    const shown = one.started ? one : delay(one, free - one.dischargeFromSec);
    freeSec[one.place] = Math.max(free, shown.dischargeToSec);
    return shown;
  });
  const lastSec = Math.max(...shifted.map(({ dischargeToSec }) => dischargeToSec));
  return {
    loads: [...plan.loads.filter((one) => one.order !== order), ...shifted],
    pumpJobs: plan.pumpJobs.map((job) => {
      if (job.order !== order || job.untilSec >= lastSec) return job;
      return { ...job, untilSec: lastSec, leaveSec: lastSec + pumps[job.pump]!.washSec };
    }),
  };
}
