import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem, OthersDischarge } from '../problem/day-problem.js';
import { ordersAtSharedSites } from '../problem/orders-at-sites.js';

/** Who discharges when at the sites that several orders of the day share. Where none is shared it costs nothing. */
export class SharedSites {
  /** By order, the loads of all orders at its site; undefined where it is alone there. */
  private readonly loadsAt: PlannedLoad[][] = [];
  /** By order, the other ones at its site; undefined alike. */
  private readonly mates: (readonly number[])[] = [];

  constructor(private readonly problem: DayProblem) {
    for (const orders of ordersAtSharedSites(problem)) {
      const loads: PlannedLoad[] = [];
      for (const order of orders) {
        this.loadsAt[order] = loads;
        this.mates[order] = orders.filter((other) => other !== order);
      }
    }
  }

  /** The other orders at an order's site. */
  matesOf(order: number): readonly number[] {
    return this.mates[order] ?? [];
  }

  add(load: PlannedLoad): void {
    this.loadsAt[load.order]?.push(load);
  }

  drop(load: PlannedLoad): void {
    const loads = this.loadsAt[load.order];
    loads?.splice(loads.indexOf(load), 1);
  }

  /** All discharges at an order's site that are not its own: of other plans, and of other orders of this one. */
  besideOf(order: number): readonly OthersDischarge[] {
    const { others = [] } = this.problem.orders[order]!;
    const loads = this.loadsAt[order];
    if (loads === undefined) return others;
    const mates = loads
      .filter((load) => load.order !== order)
      .map(({ place, dischargeFromSec, dischargeToSec }) => {
        return { place, dischargeFromSec, dischargeToSec, isOfPour: false };
      });
    return [...others, ...mates].toSorted(
      (one, other) => one.dischargeFromSec - other.dischargeFromSec,
    );
  }
}
