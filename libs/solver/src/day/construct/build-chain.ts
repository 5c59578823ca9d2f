import { remainingM3 } from '../objectives/unserved.js';
import type { PlannedLoad, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayOrder, StartedLoad } from '../problem/day-problem.js';
import { loadsWithoutPump } from '../problem/without-pump.js';
import type { Chain } from '../state/chain.js';
import type { DayState } from '../state/day-state.js';
import { choosePumps, type Stay } from './choose-pumps.js';
import { findTrip, type Freedom } from './find-trip.js';
import type { LoadWant } from './load-want.js';
import type { Pace } from './pace.js';
import { pumpStays } from './pump-stays.js';
import { pumpsReadySec } from './pumps-ready-sec.js';
import { SiteQueue } from './site-queue.js';

/** What a chain could not be had for, told while all that came before it is in place. */
export type Stuck =
  | ({ readonly what: 'pump' } & Stay)
  | { readonly what: 'load'; readonly want: LoadWant; readonly placed: number }
  /** A partner's truck comes too late after the last of its own. */
  | { readonly what: 'partner'; readonly placed: number }
  /** One of its pumps has to be gone before the last is out, by the rule with that code. */
  | { readonly what: 'pump_called'; readonly placed: number; readonly code: string };
export type OnStuck = (stuck: Stuck) => void;

/** Adds the first loads of an earlier plan again, to the state, the site's queue and the list. */
export type Keep = (site: SiteQueue, loads: PlannedLoad[]) => Kept;

export interface Kept {
  /** The pumps that come as planned; null when they have to be chosen anew. */
  readonly pumpJobs: readonly PlannedPumpJob[] | null;
  /** False when what was kept is not worth going on with. */
  readonly goOn: boolean;
}

export interface Wishes {
  readonly onStuck?: OnStuck | undefined;
  readonly keep?: Keep | undefined;
}

/**
 * Plans what is left of an order, its first discharge at the pace's start or as soon after it as can be,
 * and counts it as served. False, with nothing changed, when a load or a pump is not to be had.
 */
export function buildChain(
  state: DayState,
  orderIndex: number,
  pace: Pace,
  freedom: Freedom | null,
  { onStuck, keep }: Wishes = {},
): boolean {
  const begun = state.begunOf(orderIndex);
  for (const job of begun.pumpJobs) state.dropPumpJob(job);
  const loads: PlannedLoad[] = [];
  const pumpJobs = fillChain(state, orderIndex, pace, freedom, loads, { onStuck, keep });
  if (pumpJobs === null) {
    for (const load of loads) state.dropLoad(load);
    for (const job of begun.pumpJobs) state.addPumpJob(job);
    return false;
  }
  for (const job of pumpJobs) state.addPumpJob(job);
  const chain: Chain = { order: orderIndex, loads: [...begun.loads, ...loads], pumpJobs };
  state.serve(chain);
  return true;
}

function fillChain(
  state: DayState,
  orderIndex: number,
  pace: Pace,
  freedom: Freedom | null,
  loads: PlannedLoad[],
  { onStuck, keep }: Wishes,
): PlannedPumpJob[] | null {
  const order = state.problem.orders[orderIndex]!;
  const site = new SiteQueue(order, pace.pauseSec, () => state.sites.besideOf(orderIndex));
  const beginSec = Math.max(pace.startSec, site.firstFreeSec());
  const untilSec = beginSec + roughSec(order);
  const latestSec = site.latestSec();
  const kept = keep?.(site, loads);
  if (kept?.goOn === false) return null;
  const waiting = loadsWithoutPump(order, state.problem.nowSec);
  const stay: Stay =
    waiting.length === 0
      ? { beginSec, untilSec, latestSec, tooLate: 'pump_busy' }
      : forWaiting(order, waiting, site);
  const chosen = kept?.pumpJobs ?? choosePumps(state, orderIndex, stay, freedom);
  if (chosen === null) {
    onStuck?.({ what: 'pump', ...stay });
    return null;
  }
  const readySec = pumpsReadySec(state, orderIndex, chosen);
  // A pump of an earlier plan may have become too late for what waits.
  if (waiting.length > 0 && readySec > stay.latestSec) {
    onStuck?.({ what: 'pump', ...stay });
    return null;
  }
  const fromSec = Math.max(beginSec, readySec, order.open.fromSec);
  while (!site.isServed()) {
    const wants = site.next(orderIndex, fromSec, readySec);
    const load = findTripOf(state, wants, freedom);
    if (load === null) {
      onStuck?.({ what: 'load', want: wants[0]!, placed: loads.length });
      return null;
    }
    state.addLoad(load);
    loads.push(load);
    site.take(load);
  }
  if (!site.leavesNoPause()) {
    onStuck?.({ what: 'partner', placed: loads.length });
    return null;
  }
  const endSec = Math.max(site.lastEndSec, readySec + dischargeSec(order, waiting));
  return pumpStays(state, orderIndex, chosen, endSec, (code) =>
    onStuck?.({ what: 'pump_called', placed: loads.length, code }),
  );
}

/** A load in the first of the turns in which one is to be had; null when there is none. */
function findTripOf(
  state: DayState,
  wants: readonly LoadWant[],
  freedom: Freedom | null,
): PlannedLoad | null {
  for (const want of wants) {
    const load = findTrip(state, want, freedom);
    if (load !== null) return load;
  }
  return null;
}

/** About how long the rest of an order takes to discharge, seconds. */
const roughSec = (order: DayOrder): number =>
  (remainingM3(order) * order.dischargeSecPerM3) / order.places;

/**
 * When a pump is wanted by loads that come and find none: as soon as the first is there, and at the latest in
 * time for one of them to be out before its concrete is too old; for as long as they take, or more if more follows.
 */
function forWaiting(order: DayOrder, waiting: readonly StartedLoad[], site: SiteQueue): Stay {
  const beginSec = Math.min(...waiting.map(({ dischargeFromSec }) => dischargeFromSec));
  const freshSec = waiting.map(
    (load) => load.loadFromSec + order.ageMaxSec - (load.dischargeToSec - load.dischargeFromSec),
  );
  const ofWaitingSec = Math.max(...freshSec);
  const ofRestSec = site.isServed() ? -Infinity : site.latestSec();
  return {
    beginSec,
    untilSec: beginSec + dischargeSec(order, waiting) + roughSec(order),
    latestSec: Math.max(ofWaitingSec, ofRestSec),
    tooLate: ofWaitingSec > ofRestSec ? 'concrete_age' : 'pump_busy',
  };
}

/** About how long loads that have begun take to discharge one after the other, seconds. */
const dischargeSec = ({ places }: DayOrder, loads: readonly StartedLoad[]): number =>
  loads.reduce((sec, load) => sec + load.dischargeToSec - load.dischargeFromSec, 0) / places;
