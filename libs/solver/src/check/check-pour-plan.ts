import type { Delivery, PourPlan } from '../plan/pour-plan.js';
import type { PourProblem } from '../problem/pour-problem.js';

export interface PlanFault {
  readonly code:
    | 'unknown_delivery'
    | 'outside_window'
    | 'deliveries_overlap'
    | 'gap_too_long'
    | 'demand_not_covered'
    | 'truck_too_early'
    | 'value_misstated';
  readonly pour: number | null;
  readonly truck: number | null;
}

/**
 * Recomputes a finished plan from the problem alone, without any code of the search.
 *
 * @returns every rule that the plan breaks; empty for a sound plan
 */
export function checkPourPlan(problem: PourProblem, plan: PourPlan): PlanFault[] {
  const known = plan.deliveries.filter((delivery) => isKnown(problem, delivery));
  const faults: PlanFault[] = plan.deliveries
    .filter((delivery) => !isKnown(problem, delivery))
    .map(({ pour, truck }) => ({ code: 'unknown_delivery', pour, truck }));
  const served = [...new Set(known.map(({ pour }) => pour))];
  for (const pour of served) faults.push(...checkPour(problem, pour, of(known, 'pour', pour)));
  for (const truck of new Set(known.map((it) => it.truck))) {
    faults.push(...checkTruck(problem, truck, of(known, 'truck', truck)));
  }
  const servedM3 = served.reduce((sum, pour) => sum + problem.pours[pour]!.demandM3, 0);
  if (servedM3 !== plan.servedM3) faults.push({ code: 'value_misstated', pour: null, truck: null });
  return faults;
}

const isKnown = ({ pours, trucks }: PourProblem, { pour, truck, startMin }: Delivery): boolean =>
  pours[pour] !== undefined && trucks[truck] !== undefined && Number.isInteger(startMin);

const of = (deliveries: readonly Delivery[], by: 'pour' | 'truck', value: number): Delivery[] =>
  deliveries.filter((it) => it[by] === value).toSorted((a, b) => a.startMin - b.startMin);

function checkPour(problem: PourProblem, pour: number, chain: readonly Delivery[]): PlanFault[] {
  const { fromMin, toMin, demandM3 } = problem.pours[pour]!;
  const faults: PlanFault[] = [];
  let coveredM3 = 0;
  let lastEndMin: number | null = null;
  for (const { truck, startMin } of chain) {
    const { capacityM3, dischargeMin } = problem.trucks[truck]!;
    const endMin = startMin + dischargeMin;
    coveredM3 += capacityM3;
    if (startMin < fromMin || endMin > toMin) faults.push({ code: 'outside_window', pour, truck });
    if (lastEndMin !== null && startMin < lastEndMin) {
      faults.push({ code: 'deliveries_overlap', pour, truck });
    }
    if (lastEndMin !== null && startMin - lastEndMin > problem.maxGapMin) {
      faults.push({ code: 'gap_too_long', pour, truck });
    }
    lastEndMin = endMin;
  }
  if (coveredM3 < demandM3) faults.push({ code: 'demand_not_covered', pour, truck: null });
  return faults;
}

function checkTruck(problem: PourProblem, truck: number, day: readonly Delivery[]): PlanFault[] {
  const { dischargeMin } = problem.trucks[truck]!;
  return day.flatMap(({ pour, startMin }, nth): PlanFault[] => {
    const before = day[nth - 1];
    const readyMin =
      before === undefined
        ? problem.firstTripMin[pour]!
        : before.startMin + dischargeMin + problem.tripMin[before.pour]![pour]!;
    return startMin < readyMin ? [{ code: 'truck_too_early', pour, truck }] : [];
  });
}
