import type { PumpTry } from '../constraints/pump-try.js';
import type { PlannedPumpJob } from '../problem/day-plan.js';
import { travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import { firstPumpForbidding } from './choose-pumps.js';

/** The stays of all pumps until the last concrete is out; null when one of them has to be gone before. */
export function pumpStays(
  state: DayState,
  orderIndex: number,
  chosen: readonly PlannedPumpJob[],
  untilSec: number,
): PlannedPumpJob[] | null {
  const stays: PlannedPumpJob[] = [];
  for (const job of [...state.begunOf(orderIndex).pumpJobs, ...chosen]) {
    const leaveSec = untilSec + state.problem.pumps[job.pump]!.washSec;
    const jobs = state.pumpJobs[job.pump]!;
    const after = jobs.findIndex(({ readySec }) => readySec > job.readySec);
    const at = after < 0 ? jobs.length : after;
    const stay = { ...job, untilSec, leaveSec };
    if (!job.started && firstPumpForbidding({ ...stay, at }, state) !== null) return null;
    if (job.started && isCalled(state, { ...stay, at })) return null;
    stays.push(stay);
  }
  return stays;
}

/** Whether a pump that stands already has to be ready at its next site before it could be. */
function isCalled(state: DayState, { order, pump, at, leaveSec }: PumpTry): boolean {
  const next = state.pumpJobs[pump]![at];
  if (next === undefined) return false;
  const { travel, orders, pumps } = state.problem;
  const way = travelSec(travel, orders[order]!.place, orders[next.order]!.place, leaveSec);
  return leaveSec + way + pumps[pump]!.setUpSec > next.readySec;
}
