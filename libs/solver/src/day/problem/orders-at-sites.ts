import type { DayProblem } from './day-problem.js';

/** For each site that several orders share, its orders; an order that says no site has one of its own. */
export function ordersAtSharedSites({ orders }: Pick<DayProblem, 'orders'>): number[][] {
  const atSite = new Map<number, number[]>();
  orders.forEach(({ site }, order) => {
    if (site === undefined) return;
    const there = atSite.get(site);
    if (there === undefined) atSite.set(site, [order]);
    else there.push(order);
  });
  return [...atSite.values()].filter((there) => there.length > 1);
}
