import { type DayPlan, startedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { checkChains } from './check-chains.js';
import { checkPumps } from './check-pumps.js';
import { checkLines, checkTrucks } from './check-vehicles.js';
import type { DayFault } from './day-fault.js';

/**
 * Why loads and pumps cannot be where people hold them, beside what has begun and whatever else is held: faults
 * that each name their load or pump.
 */
export function findBrokenHolds(problem: DayProblem): DayFault[] {
  const { orders } = problem;
  if (!orders.some(({ started, startedPumps }) => [...started, ...startedPumps].some(isHeld))) {
    return [];
  }
  const held: DayPlan = {
    loads: orders.flatMap(({ started }, order) => started.map((load) => startedLoad(order, load))),
    pumpJobs: orders.flatMap(({ started, startedPumps }, order) =>
      startedPumps.map(({ pump, readySec, washSec, untilSec: leastSec = -Infinity }) => {
        const outSecs = started.map(({ dischargeToSec }) => dischargeToSec);
        const untilSec = Math.max(readySec, leastSec, ...outSecs);
        const leaveSec = untilSec + washSec;
        return { order, pump, readySec, untilSec, leaveSec, started: true };
      }),
    ),
  };
  const check = [checkChains, checkTrucks, checkLines, checkPumps];
  return check
    .flatMap((faultsIn) => faultsIn(problem, held))
    .filter(({ order, load, pump }) =>
      pump === undefined
        ? load !== undefined && isHeld(load)
        : orders[order]!.startedPumps.some((one) => one.pump === pump && isHeld(one)),
    );
}

const isHeld = (row: { readonly isHeld?: boolean }): boolean => row.isHeld === true;
