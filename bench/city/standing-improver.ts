import { type DayPlan, type DayProblem, groupsOf, priceDayPlan, replanDay } from '@tongyun/solver';
import { CITY } from './city-table.js';

/** Looks behind a running day's plan for a better one, enterprise by enterprise, as the product does between two events. */
export class StandingImprover {
  private readonly groups: readonly (readonly number[])[];
  private turn = 0;
  taken = 0;

  constructor(day: DayProblem) {
    this.groups = groupsOf(day);
  }

  /** The plan with what is better in the group whose turn it is; the same plan when nothing is worth its changes. */
  improve(problem: DayProblem, plan: DayPlan): DayPlan {
    const orders = this.groups[this.turn % this.groups.length]!;
    this.turn += 1;
    const began = performance.now();
    const better = replanDay(problem, plan, {
      seed: this.turn,
      orders,
      spent: () => (performance.now() - began) / CITY.standing.searchMs,
    });
    const offered = merged(plan, better, new Set(orders));
    const gain = priceDayPlan(problem, plan).points - priceDayPlan(problem, offered).points;
    if (gain < CITY.standing.leastPoints) return plan;
    this.taken += 1;
    return offered;
  }
}

/** A plan in which a part of its orders is planned anew. */
export const merged = (plan: DayPlan, part: DayPlan, orders: ReadonlySet<number>): DayPlan => ({
  loads: [...plan.loads.filter(({ order }) => !orders.has(order)), ...part.loads],
  pumpJobs: [...plan.pumpJobs.filter(({ order }) => !orders.has(order)), ...part.pumpJobs],
  pumpless: [
    ...(plan.pumpless ?? []).filter((order) => !orders.has(order)),
    ...(part.pumpless ?? []),
  ],
});
