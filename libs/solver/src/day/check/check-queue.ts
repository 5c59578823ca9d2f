import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { checkChains } from './check-chains.js';
import { checkTrucks } from './check-vehicles.js';
import type { DayFault } from './day-fault.js';
import { driveTime, ROUNDED_SEC } from './drive-time.js';
import { sentAt, type Told, toldFirst } from './sent-at.js';

/** The priority of orders that wait for a call. */
const WAITS_FOR_CALL = 2;

/**
 * Where queues are kept strictly: loads taken before a truck that had waited longer, although that truck
 * could have taken over from there, and nobody had been told otherwise. Loads that wait for a call stand in
 * no queue; a truck that has some could take over only if it could with them as well.
 */
export function checkQueue(problem: DayProblem, plan: DayPlan): DayFault[] {
  if (problem.queueOrder !== 'strict') return [];
  const queuing = plan.loads.filter(
    ({ order, started }) => started || problem.orders[order]!.priority !== WAITS_FOR_CALL,
  );
  const sure = { ...plan, loads: queuing };
  const ways = queuing.length < plan.loads.length ? [sure, plan] : [plan];
  const told = toldFirst(problem);
  const came = queuing.map((load) => cameAt(problem, sure, told.get(load.truck) ?? null, load));
  return queuing.flatMap((early, at) => {
    if (early.started) return [];
    const passed = queuing.flatMap((late, index) => {
      const isPassed =
        late.plant === early.plant &&
        late.loadFromSec > early.loadFromSec &&
        came[index]! < came[at]! - ROUNDED_SEC;
      return isPassed ? [{ late, cameSec: came[index]! }] : [];
    });
    // Of those who came in the same second, rounding apart, any may count as the first.
    const firstSec = Math.min(...passed.map(({ cameSec }) => cameSec));
    const first = passed.filter(({ cameSec }) => cameSec <= firstSec + 2 * ROUNDED_SEC);
    const isFault =
      first.length > 0 &&
      first.every(({ late }) => ways.every((way) => couldSwap(problem, way, early, late)));
    if (!isFault) return [];
    const detail = `truck ${early.truck} before truck ${first[0]!.late.truck}`;
    return [{ code: 'queue_order', order: early.order, detail }];
  });
}

/** When its truck stood in the queue for a load; one that stands free by now only once it is sent there, or was told to be. */
function cameAt(
  problem: DayProblem,
  { loads }: DayPlan,
  told: Told | null,
  load: PlannedLoad,
): number {
  const { trucks, plants, orders, limits, nowSec } = problem;
  const { duty, startPlace } = trucks[load.truck]!;
  const { place } = plants[load.plant]!;
  let before: PlannedLoad | undefined;
  for (const other of loads) {
    const isBefore = other.truck === load.truck && other.loadFromSec < load.loadFromSec;
    if (isBefore && (before === undefined || other.loadFromSec > before.loadFromSec)) {
      before = other;
    }
  }
  const sentSec = sentAt(problem, load.truck, told, before, load);
  if (before !== undefined) {
    const back = driveTime(problem, orders[before.order]!.place, place, before.leaveSec);
    return Math.max(before.leaveSec + back, sentSec) + limits.washSec;
  }
  const isTold = told !== null && told.place === place && place !== startPlace;
  if (isTold && !load.started && duty.fromSec < nowSec) {
    const inTimeSec = told.loadToSec - limits.loadFixedSec;
    return Math.min(nowSec + driveTime(problem, startPlace, place, nowSec), inTimeSec);
  }
  return Math.max(duty.fromSec + driveTime(problem, startPlace, place, duty.fromSec), sentSec);
}

function couldSwap(
  problem: DayProblem,
  plan: DayPlan,
  early: PlannedLoad,
  passed: PlannedLoad,
): boolean {
  let isFixed = false;
  const loads = plan.loads.map((load) => {
    const isOfEarly = load.truck === early.truck && load.loadFromSec >= early.loadFromSec;
    const isOfPassed = load.truck === passed.truck && load.loadFromSec >= passed.loadFromSec;
    if (!isOfEarly && !isOfPassed) return load;
    const { released } = problem.orders[load.order]!;
    if (load.started || released.some(({ truck }) => truck === load.truck)) isFixed = true;
    return { ...load, truck: isOfEarly ? passed.truck : early.truck };
  });
  if (isFixed) return false;
  const swapped = { ...plan, loads };
  return checkChains(problem, swapped).length + checkTrucks(problem, swapped).length === 0;
}
