import type { DayPlan, PlannedLoad, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { roadKm } from '../problem/travel.js';
import { DayState } from '../state/day-state.js';
import { choosePumps, type Stay } from './choose-pumps.js';
import { firstForbidding } from './first-forbidding.js';
import { pumpStays } from './pump-stays.js';
import { pumpsReadySec } from './pumps-ready-sec.js';
import { SiteQueue } from './site-queue.js';
import { toLoad } from './to-load.js';
import { visitTries } from './visit-tries.js';

/**
 * The plain dispatcher, whom the engine is measured against: loads by the time they are due, from
 * the nearest allowed plant with a free slot, on the truck that can load earliest; the same hard
 * rules. An order whose next load is not to be had is given up and its trucks are free again.
 */
export function planPlainly(problem: DayProblem): DayPlan {
  const state = new DayState(problem);
  const pours = new Map<number, Pour>();
  const due: { order: number; sec: number }[] = state.open.map((order) => ({
    order,
    sec: problem.orders[order]!.firstFromSec,
  }));
  while (due.length > 0) {
    let first = 0;
    due.forEach(({ sec }, index) => {
      if (sec < due[first]!.sec) first = index;
    });
    const [{ order }] = due.splice(first, 1) as [{ order: number; sec: number }];
    const pour = pours.get(order) ?? begin(state, order);
    if (pour === null) continue;
    pours.set(order, pour);
    const load = nearestEarliest(state, order, pour);
    if (load === null) {
      for (const brought of pour.loads) state.dropLoad(brought);
      for (const job of pour.pumpJobs) state.dropPumpJob(job);
      continue;
    }
    state.addLoad(load);
    pour.loads.push(load);
    pour.site.take(load);
    if (!pour.site.isServed()) {
      due.push({ order, sec: load.dischargeToSec });
      continue;
    }
    finish(state, order, pour);
  }
  return state.plan();
}

interface Pour {
  readonly site: SiteQueue;
  readonly loads: PlannedLoad[];
  readonly pumpJobs: PlannedPumpJob[];
  readonly beginSec: number;
}

function begin(state: DayState, order: number): Pour | null {
  const { firstFromSec, firstToSec, volumeM3, dischargeSecPerM3, places } =
    state.problem.orders[order]!;
  const untilSec = firstFromSec + (volumeM3 * dischargeSecPerM3) / places;
  const stay: Stay = {
    beginSec: firstFromSec,
    untilSec,
    latestSec: firstToSec,
    tooLate: 'pump_busy',
  };
  const pumpJobs = choosePumps(state, order, stay, null);
  if (pumpJobs === null) return null;
  for (const job of pumpJobs) state.addPumpJob(job);
  return {
    site: new SiteQueue(state.problem.orders[order]!, 0, () => state.sites.besideOf(order)),
    loads: [],
    pumpJobs,
    beginSec: firstFromSec,
  };
}

function nearestEarliest(state: DayState, orderIndex: number, pour: Pour): PlannedLoad | null {
  const { orders, plants, travel } = state.problem;
  const order = orders[orderIndex]!;
  const readySec = pumpsReadySec(state, orderIndex, pour.pumpJobs);
  const fromSec = Math.max(pour.beginSec, readySec);
  const nearest = order.sources
    .map(({ plant }, index) => ({
      plant,
      km: roadKm(travel, plants[plant]!.place, order.place),
      index,
    }))
    .toSorted((one, other) => one.km - other.km);
  for (const want of pour.site.next(orderIndex, fromSec, readySec)) {
    for (const { plant, index } of nearest) {
      const quotaM3 = want.kind === 'concrete' ? want.quotaM3[index]! : Infinity;
      let best: PlannedLoad | null = null;
      visitTries(state, want, plant, quotaM3, undefined, (trip) => {
        if (best !== null && trip.loadFromSec >= best.loadFromSec) return;
        if (firstForbidding(trip, state) === null) best = toLoad(trip);
      });
      if (best !== null) return best;
    }
  }
  return null;
}

function finish(state: DayState, order: number, pour: Pour): void {
  for (const job of pour.pumpJobs) state.dropPumpJob(job);
  const stays = pour.site.leavesNoPause()
    ? pumpStays(state, order, pour.pumpJobs, pour.site.lastEndSec)
    : null;
  if (stays === null) {
    for (const load of pour.loads) state.dropLoad(load);
    return;
  }
  for (const job of stays) state.addPumpJob(job);
  state.serve({ order, loads: pour.loads, pumpJobs: stays });
}
