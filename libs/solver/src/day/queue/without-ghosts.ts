import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { isGhost } from '../problem/is-ghost.js';

/** A plan without what is only pencilled in: of orders that wait for a call, nothing but what has begun. */
export function withoutGhosts({ orders }: DayProblem, plan: DayPlan): DayPlan {
  if (!orders.some(isGhost)) return plan;
  const isReal = (row: { readonly order: number; readonly started: boolean }): boolean =>
    row.started || !isGhost(orders[row.order]!);
  return { loads: plan.loads.filter(isReal), pumpJobs: plan.pumpJobs.filter(isReal) };
}
