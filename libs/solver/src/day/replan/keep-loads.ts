import type { TripTry } from '../constraints/trip-try.js';
import { firstForbidding } from '../construct/first-forbidding.js';
import type { SiteQueue } from '../construct/site-queue.js';
import { toLoad } from '../construct/to-load.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import { dischargeSecOf, loadingSecOf } from '../problem/load-time.js';
import { travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';

/**
 * Adds the first loads of an earlier plan again, as long as each still breaks no rule, or would not
 * if another truck brought it at the same time. Ends at the first that cannot be had.
 */
export function keepLoads(
  state: DayState,
  earlier: readonly PlannedLoad[],
  pumpsReadySec: number,
  site: SiteQueue,
  loads: PlannedLoad[],
  maySwap: boolean,
): void {
  for (const load of earlier) {
    if (site.isServed()) return;
    const trip = asTry(state, load, pumpsReadySec, site);
    if (trip === null) return;
    const mayStay = holds(state, trip) && firstForbidding(trip, state) === null;
    const kept = mayStay ? trip : maySwap ? withOtherTruck(state, trip) : null;
    if (kept === null) return;
    const taken = toLoad(kept);
    state.addLoad(taken);
    loads.push(taken);
    site.take(taken);
  }
}

const holds = ({ problem }: DayState, { truck, m3 }: TripTry): boolean =>
  problem.trucks[truck]!.drumM3 >= m3;

/**
 * The load as it would be tried today: it begins to load and to discharge as it did, and lasts as long as
 * it takes now. Null when its plant may not bring it any more, or line, way or place leave it no time.
 */
function asTry(
  state: DayState,
  load: PlannedLoad,
  pumpsReadySec: number,
  site: SiteQueue,
): TripTry | null {
  const { travel, plants, orders } = state.problem;
  const order = orders[load.order]!;
  const { place } = plants[load.plant]!;
  const m3 =
    load.kind === 'concrete'
      ? Math.min(load.m3, site.remainingM3())
      : Math.max(load.m3, order.primingM3);
  const loadSec = loadingSecOf(state.problem, load.order, load.plant, load.line, m3);
  const mayBring =
    load.kind === 'concrete' ? m3 <= site.quotaOf(load.plant) : site.isSource(load.plant);
  if (!mayBring || load.loadToSec - load.loadFromSec < loadSec) return null;
  const arriveSec = load.loadToSec + travelSec(travel, place, order.place, load.loadToSec);
  const isFree = state.line(load.plant, load.line).isFree(load.loadFromSec, load.loadToSec);
  const untilSec = site.freeUntil(load.place, load.dischargeFromSec);
  const comesInTurn =
    arriveSec <= load.dischargeFromSec &&
    (site.lastEndSec > -Infinity || load.dischargeFromSec >= order.firstFromSec);
  if (!isFree || !comesInTurn || untilSec === null) return null;
  const dischargeSec = Math.round(dischargeSecOf(order, load.kind, m3));
  const dischargeToSec = load.dischargeFromSec + dischargeSec;
  return {
    ...load,
    m3,
    arriveSec,
    dischargeToSec,
    leaveSec: dischargeToSec + order.leaveSec,
    at: state.placeAmong(state.trips[load.truck]!, load.loadFromSec),
    latestSec: site.latestSec(),
    untilSec,
    pumpsReadySec,
    isFirst: site.lastEndSec === -Infinity,
  };
}

/** The same load at the same time by the truck with the least drum that may; null when none may. */
function withOtherTruck(state: DayState, trip: TripTry): TripTry | null {
  const { plants, trucks } = state.problem;
  let best: TripTry | null = null;
  let leastM3 = Infinity;
  for (const truck of state.trucksFor[plants[trip.plant]!.enterprise]!) {
    const { drumM3 } = trucks[truck]!;
    if (truck === trip.truck || drumM3 < trip.m3 || drumM3 >= leastM3) continue;
    const at = state.placeAmong(state.trips[truck]!, trip.loadFromSec);
    const other = { ...trip, truck, at };
    if (firstForbidding(other, state) === null) [best, leastM3] = [other, drumM3];
  }
  return best;
}
