import type { DayProblem } from '../problem/day-problem.js';
import { ordersAtSharedSites } from '../problem/orders-at-sites.js';

/**
 * Orders by whom they share trucks, pumps, plants or a site with, directly or through others: what is
 * decided in one group touches no other, so groups are planned apart and side by side.
 */
export function groupsOf(problem: DayProblem): number[][] {
  const { orders, plants, trucks, pumps } = problem;
  const leader = new Map<number, number>();
  const find = (enterprise: number): number => {
    let top = enterprise;
    for (let up = leader.get(top); up !== undefined && up !== top; up = leader.get(top)) top = up;
    return top;
  };
  const join = (enterprises: readonly number[]): void => {
    for (const enterprise of enterprises) leader.set(find(enterprise), find(enterprises[0]!));
  };
  for (const { worksFor } of trucks) join(worksFor);
  for (const { worksFor } of pumps) join(worksFor);
  const suppliersOf = (order: number) =>
    orders[order]!.sources.map(({ plant }) => plants[plant]!.enterprise);
  orders.forEach((_, order) => join(suppliersOf(order)));
  for (const atSite of ordersAtSharedSites(problem)) join(atSite.flatMap(suppliersOf));
  const groups = new Map<number, number[]>();
  orders.forEach((_, order) => {
    const [first = -1] = suppliersOf(order);
    const group = groups.get(find(first));
    if (group === undefined) groups.set(find(first), [order]);
    else group.push(order);
  });
  return [...groups.values()];
}
