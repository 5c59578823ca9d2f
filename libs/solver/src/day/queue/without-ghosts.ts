import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { isGhost } from '../problem/is-ghost.js';

/** Whether a load or a pump's stay is more than pencilled in: its order does not wait for a call, or it has begun. */
export const isReal = (
  { orders }: DayProblem,
  { order, started }: { readonly order: number; readonly started: boolean },
): boolean => started || !isGhost(orders[order]!);

/** A plan without what is only pencilled in. */
export function withoutGhosts(problem: DayProblem, plan: DayPlan): DayPlan {
  if (!problem.orders.some(isGhost)) return plan;
  return {
    ...plan,
    loads: plan.loads.filter((load) => isReal(problem, load)),
    pumpJobs: plan.pumpJobs.filter((job) => isReal(problem, job)),
  };
}
