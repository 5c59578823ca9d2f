import type { DayPlan, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem, ReleasedLoad, StartedLoad, StartedPump } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';

export interface Advanced {
  readonly problem: DayProblem;
  readonly plan: DayPlan;
}

/**
 * Problem and plan at a later moment when all went as planned: what has begun is a fact, and the rest of
 * the plan is what people have been told.
 */
export function advanceDay(problem: DayProblem, plan: DayPlan, nowSec: number): Advanced {
  const started = problem.orders.map((): StartedLoad[] => []);
  const released = problem.orders.map((): ReleasedLoad[] => []);
  for (const { order, started: _was, isHeld: _held, ...load } of plan.loads) {
    if (load.loadFromSec <= nowSec) started[order]!.push(load);
    else {
      const { truck, plant, loadToSec } = load;
      released[order]!.push({ truck, plant, loadToSec });
    }
  }
  const standing = problem.orders.map((): StartedPump[] => []);
  const nextFrom = problem.pumps.map(({ startPlace }) => startPlace);
  for (const { order, pump, readySec } of plan.pumpJobs.toSorted(byTime)) {
    const { setUpSec, washSec } = problem.pumps[pump]!;
    const { place } = problem.orders[order]!;
    const way = travelSec(problem.travel, nextFrom[pump]!, place, nowSec);
    if (readySec - setUpSec - way <= nowSec) standing[order]!.push({ pump, readySec, washSec });
    nextFrom[pump] = place;
  }
  const later = {
    ...problem,
    nowSec,
    orders: problem.orders.map((order, index) => ({
      ...order,
      started: started[index]!,
      startedPumps: standing[index]!,
      released: released[index]!,
    })),
  };
  const stands = ({ order, pump }: PlannedPumpJob) =>
    standing[order]!.some((it) => it.pump === pump);
  return {
    problem: later,
    plan: {
      ...plan,
      loads: plan.loads.map((load) => ({ ...load, started: load.loadFromSec <= nowSec })),
      pumpJobs: plan.pumpJobs.map((job) => ({ ...job, started: stands(job) })),
    },
  };
}

const byTime = (one: PlannedPumpJob, other: PlannedPumpJob): number =>
  one.readySec - other.readySec;
