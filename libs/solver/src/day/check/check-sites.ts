import { groupBy } from '@tongyun/kernel';
import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import type { DayFault } from './day-fault.js';

/** One truck discharges at a time at each place of a site, whichever of the orders there it serves. */
export function checkSites({ orders }: DayProblem, { loads }: DayPlan): DayFault[] {
  const atKnownSites = loads.filter(({ order }) => orders[order]!.site !== undefined);
  const atPlaces = groupBy(atKnownSites, ({ order, place }) => `${orders[order]!.site}/${place}`);
  return [...atPlaces.values()].flatMap((there) => {
    const inTime = there.toSorted((one, two) => one.dischargeFromSec - two.dischargeFromSec);
    return inTime.flatMap((load, at) =>
      inTime.slice(at + 1).flatMap((later) => faultOf(load, later) ?? []),
    );
  });
}

/** What is wrong with two loads of two orders at one place; between facts there is no fault. */
function faultOf(load: PlannedLoad, later: PlannedLoad): DayFault | null {
  const meet = load.order !== later.order && later.dischargeFromSec < load.dischargeToSec;
  if (!meet || (load.started && later.started)) return null;
  const [chosen, other] = later.started ? [load, later] : [later, load];
  const detail = `place ${chosen.place} by order ${other.order}`;
  return { code: 'place_taken', order: chosen.order, detail };
}
