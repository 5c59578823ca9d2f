import type { DayPlan } from '../problem/day-plan.js';
import type { DayOrder, DayProblem, StartedLoad } from '../problem/day-problem.js';
import { isGhost } from '../problem/is-ghost.js';
import { keptM3 } from '../problem/kept-m3.js';
import { advanceDay } from '../replan/advance.js';

/**
 * Plans what is sure first and gives ghosts, the orders that wait for a call, only what is left: no
 * truck, line, pump or time that a sure order wants is kept for one. What has begun of a ghost is a
 * fact like any other.
 *
 * @param planSure plans the day as if nothing more of a ghost were wanted
 * @param planGhosts plans the ghosts of a day whose sure orders are all fixed
 */
export function planGhostsLast(
  problem: DayProblem,
  planSure: (problem: DayProblem) => DayPlan,
  planGhosts: (problem: DayProblem) => DayPlan,
): DayPlan {
  if (!problem.orders.some(isGhost)) return planSure(problem);
  const sure = planSure(withoutMore(problem, isGhost));
  const settled = advanceDay(problem, sure, Number.MAX_SAFE_INTEGER).problem;
  const orders = settled.orders.map((order, index) =>
    isGhost(order) ? problem.orders[index]! : order,
  );
  const left = { ...settled, nowSec: problem.nowSec, orders };
  const ghosts = planGhosts(withoutMore(left, (order) => !isGhost(order)));
  const isOf = (ghost: boolean) => (row: { readonly order: number }) =>
    isGhost(problem.orders[row.order]!) === ghost;
  return {
    loads: [...sure.loads.filter(isOf(false)), ...ghosts.loads.filter(isOf(true))],
    pumpJobs: [...sure.pumpJobs.filter(isOf(false)), ...ghosts.pumpJobs.filter(isOf(true))],
    pumpless: [
      ...(sure.pumpless ?? []).filter((order) => !isGhost(problem.orders[order]!)),
      ...(ghosts.pumpless ?? []).filter((order) => isGhost(problem.orders[order]!)),
    ],
  };
}

/** The day when nothing more is wanted of some orders than has begun. */
const withoutMore = (problem: DayProblem, which: (order: DayOrder) => boolean): DayProblem => ({
  ...problem,
  orders: problem.orders.map((order) =>
    which(order) ? { ...order, volumeM3: begunM3(order.started) } : order,
  ),
});

const begunM3 = (started: readonly StartedLoad[]): number =>
  started.reduce((sum, load) => sum + keptM3(load), 0);
