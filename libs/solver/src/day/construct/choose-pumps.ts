import { PUMP_RULES } from '../constraints/index.js';
import type { PumpTry } from '../constraints/pump-try.js';
import type { PlannedPumpJob } from '../problem/day-plan.js';
import type { DayOrder } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import type { Freedom } from './find-trip.js';

/** A pump stands ready this long before the first truck is due, when it can. */
const AHEAD_SEC = 900;

/** What may not stand in the way of a pump earlier among its jobs. */
const OF_TIME: ReadonlySet<string> = new Set([
  'pump_busy',
  'pump_duty',
  'pass_hours',
  'concrete_age',
]);

export interface Stay {
  readonly beginSec: number;
  readonly untilSec: number;
  /** The pumps are of no use when they stand ready later than this. */
  readonly latestSec: number;
  /** Why not: the code of the rule that what they come for would break. */
  readonly tooLate: 'pump_busy' | 'concrete_age';
}

export type OnPumpForbidden = (code: string, job: PumpTry) => void;

/**
 * Pumps for an order that is to begin about `beginSec` and last until about `untilSec`, as many as
 * it lacks; null when they are not to be had by `latestSec`. The least boom that reaches is taken,
 * so that long ones stay free for who needs them.
 */
export function choosePumps(
  state: DayState,
  orderIndex: number,
  { beginSec, untilSec, latestSec, tooLate }: Stay,
  freedom: Freedom | null,
  onForbidden?: OnPumpForbidden,
): PlannedPumpJob[] | null {
  const order = state.problem.orders[orderIndex]!;
  const lacking = order.pumps - order.startedPumps.length;
  if (lacking <= 0) return [];
  const found: { readonly job: PlannedPumpJob; readonly price: number }[] = [];
  for (const index of candidates(state, order)) {
    const pump = state.problem.pumps[index]!;
    const jobs = state.pumpJobs[index]!;
    const readyWantedSec = beginSec - AHEAD_SEC;
    for (let at = jobs.length; at >= 0; at -= 1) {
      const earliestSec = earliestReady(state, orderIndex, index, at);
      const readySec = Math.max(earliestSec, readyWantedSec);
      const lateSec = Math.max(0, readySec - beginSec);
      const leaveSec = untilSec + lateSec + pump.washSec;
      const job = { order: orderIndex, pump: index, at, readySec, untilSec, leaveSec };
      const forbidding = readySec > latestSec ? tooLate : firstPumpForbidding(job, state);
      if (forbidding === null) {
        const price = (lateSec / 60) * 2 + pump.reachM - order.reachM + jobs.length * 3;
        found.push({
          price:
            freedom === null ? price : price + 10 * freedom.random() * Math.sign(freedom.noise),
          job: { order: orderIndex, pump: index, readySec, untilSec, leaveSec, started: false },
        });
        break;
      }
      onForbidden?.(forbidding, job);
      if (!OF_TIME.has(forbidding)) break;
    }
  }
  if (found.length < lacking) return null;
  return found
    .toSorted((one, other) => one.price - other.price)
    .slice(0, lacking)
    .map(({ job }) => job);
}

function candidates(state: DayState, order: DayOrder): Set<number> {
  const enterprises =
    order.pumpsFrom === undefined
      ? order.sources.map(({ plant }) => state.problem.plants[plant]!.enterprise)
      : [order.pumpsFrom];
  const pumps = new Set(enterprises.flatMap((enterprise) => state.pumpsFor[enterprise]!));
  for (const { pump } of order.startedPumps) pumps.delete(pump);
  return pumps;
}

/** The code of the first rule that forbids a pump's stay; null when none does. */
export function firstPumpForbidding(job: PumpTry, state: DayState): string | null {
  for (const rule of PUMP_RULES) if (rule.forbids(job, state)) return rule.code;
  return null;
}

function earliestReady(state: DayState, orderIndex: number, pump: number, at: number): number {
  const { nowSec, travel, orders, pumps } = state.problem;
  const { duty, startPlace, setUpSec } = pumps[pump]!;
  const before = state.pumpJobs[pump]![at - 1];
  const from = before === undefined ? startPlace : orders[before.order]!.place;
  const outSec = Math.max(duty.fromSec, before?.leaveSec ?? -Infinity, nowSec);
  return outSec + travelSec(travel, from, orders[orderIndex]!.place, outSec) + setUpSec;
}
