import { comesLateToNext } from '../constraints/pump-busy.js';
import type { PlannedPumpJob } from '../problem/day-plan.js';
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
    const stay = { ...job, untilSec, leaveSec };
    const asked = { ...stay, at: state.placeAmongJobs(job) };
    // How a pump that stands already came there is nobody's choice any more.
    const mayNot = job.started
      ? comesLateToNext(asked, state)
      : firstPumpForbidding(asked, state) !== null;
    if (mayNot) return null;
    stays.push(stay);
  }
  return stays;
}
