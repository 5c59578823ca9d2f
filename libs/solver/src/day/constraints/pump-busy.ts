import { travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import type { PumpRule, PumpTry } from './pump-try.js';

/** Between two sites a pump is washed, moves and is set up again. */
export const pumpBusy: PumpRule = {
  code: 'pump_busy',
  forbids: (job, state) => comesLateFromBefore(job, state) || comesLateToNext(job, state),
};

function comesLateFromBefore({ order, pump, at, readySec }: PumpTry, state: DayState): boolean {
  const before = state.pumpJobs[pump]![at - 1];
  if (before === undefined) return false;
  const { nowSec, travel, orders, pumps } = state.problem;
  const outSec = Math.max(pumps[pump]!.duty.fromSec, before.leaveSec, nowSec);
  const way = travelSec(travel, orders[before.order]!.place, orders[order]!.place, outSec);
  return outSec + way + pumps[pump]!.setUpSec > readySec;
}

/** Whether a pump would leave a site too late to be ready at the next one in time. */
export function comesLateToNext({ order, pump, at, leaveSec }: PumpTry, state: DayState): boolean {
  const next = state.pumpJobs[pump]![at];
  if (next === undefined) return false;
  const { travel, orders, pumps } = state.problem;
  const way = travelSec(travel, orders[order]!.place, orders[next.order]!.place, leaveSec);
  return leaveSec + way + pumps[pump]!.setUpSec > next.readySec;
}
