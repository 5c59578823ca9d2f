import { checkDayPlan } from '../check/check-day-plan.js';
import type { DayFault } from '../check/day-fault.js';
import { findNewFaults } from '../check/find-new-faults.js';
import { type DayPrice, emptyKmOf, priceDayPlan } from '../objectives/price-day-plan.js';
import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { approachKm, bringBy, bringLateBy } from './bring-by.js';

/** What the plan would be with a load on another truck, less what it is; above 0 is worse. */
export interface OtherTruck {
  readonly truck: number;
  /** Empty kilometres of that truck to the plant. */
  readonly approachKm: number;
  /** When it would begin to load: in the load's slot, or later, as soon as it is back. */
  readonly loadFromSec: number;
  /** Of the pour's first discharge. */
  readonly lateMin: number;
  /** Of pauses between the pour's discharges. */
  readonly spacingMin: number;
  readonly waitMin: number;
  /** Over all trucks. */
  readonly emptyKm: number;
  readonly points: number;
}

/** A truck that could not bring the load, and the first rule in its way. */
export interface KeptTruck {
  readonly truck: number;
  readonly approachKm: number;
  readonly code: string;
}

export interface TruckComparison {
  /** Of the load's own truck. */
  readonly approachKm: number;
  /** Trucks that could bring it as well, the best first. */
  readonly others: readonly OtherTruck[];
  /** The nearest to the plant first. */
  readonly kept: readonly KeptTruck[];
}

/**
 * Why a load's truck and no other: puts the load on every other truck of the day on a copy of the plan, in
 * its slot or else as soon as that truck is back, with the checker and the prices over the whole copy.
 * Two tries a truck at most. Faults that the plan has already count against nobody,
 * nor does it that the load should have begun by now: its own truck is as late.
 *
 * @param load one of the plan's own rows, not started
 */
export function compareTrucks(day: DayProblem, plan: DayPlan, load: PlannedLoad): TruckComparison {
  const problem = { ...day, nowSec: Math.min(day.nowSec, load.loadFromSec) };
  const known = checkDayPlan(problem, plan);
  const before = priceDayPlan(problem, plan);
  const others: OtherTruck[] = [];
  const kept: KeptTruck[] = [];
  problem.trucks.forEach(({ forbidden }, truck) => {
    if (truck === load.truck) return;
    const km = approachKm(problem, plan, load, truck);
    const tried = forbidden[0] ?? tryTruck(problem, plan, load, truck, known);
    if (typeof tried === 'string') kept.push({ truck, approachKm: km, code: tried });
    else others.push(toOther(problem, load, truck, km, before, tried));
  });
  return {
    approachKm: approachKm(problem, plan, load, load.truck),
    others: others.toSorted(
      (one, other) => one.points - other.points || one.approachKm - other.approachKm,
    ),
    kept: kept.toSorted((one, other) => one.approachKm - other.approachKm),
  };
}

/** The plan with the load on that truck; else the code of the rule that it breaks in the load's slot. */
function tryTruck(
  problem: DayProblem,
  plan: DayPlan,
  load: PlannedLoad,
  truck: number,
  known: readonly DayFault[],
): DayPlan | string {
  const newFault = (tried: DayPlan): DayFault | undefined =>
    findNewFaults(known, checkDayPlan(problem, tried))[0];
  const inSlot = bringBy(plan, load, truck);
  const fault = newFault(inSlot);
  if (!fault) return inSlot;
  const late = bringLateBy(problem, plan, load, truck);
  return late !== null && !newFault(late) ? late : fault.code;
}

function toOther(
  problem: DayProblem,
  { order, loadFromSec }: PlannedLoad,
  truck: number,
  km: number,
  before: DayPrice,
  tried: DayPlan,
): OtherTruck {
  const after = priceDayPlan(problem, tried);
  const more = (goal: string): number =>
    (after.orders[order]![goal] ?? 0) - (before.orders[order]![goal] ?? 0);
  const own = tried.loads.filter((one) => one.truck === truck && one.order === order);
  const brought = own.find((one) => one.loadFromSec >= loadFromSec);
  return {
    truck,
    approachKm: km,
    loadFromSec: brought?.loadFromSec ?? loadFromSec,
    lateMin: more('first_truck_late'),
    spacingMin: more('spacing'),
    waitMin: more('waiting_at_site'),
    emptyKm: emptyKmOf(after) - emptyKmOf(before),
    points: after.points - before.points,
  };
}
