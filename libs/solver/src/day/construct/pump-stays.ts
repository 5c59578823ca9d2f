import { comesLateToNext, pumpBusy } from '../constraints/pump-busy.js';
import { comesHomeLate, pumpDuty } from '../constraints/pump-duty.js';
import { pumpPassHours, staysShut } from '../constraints/pump-pass-hours.js';
import type { PumpTry } from '../constraints/pump-try.js';
import type { PlannedPumpJob } from '../problem/day-plan.js';
import type { DayState } from '../state/day-state.js';
import { firstPumpForbidding } from './choose-pumps.js';

/**
 * The stays of all pumps until the last concrete is out, or longer where one does so anyhow; null when one of them has
 * to be gone before.
 *
 * @param onForbidden told of the code of the rule by which it has to
 */
export function pumpStays(
  state: DayState,
  orderIndex: number,
  chosen: readonly PlannedPumpJob[],
  untilSec: number,
  onForbidden?: (code: string) => void,
): PlannedPumpJob[] | null {
  const stays: PlannedPumpJob[] = [];
  const { startedPumps } = state.problem.orders[orderIndex]!;
  for (const job of [...state.begunOf(orderIndex).pumpJobs, ...chosen]) {
    const standing = startedPumps.find(({ pump }) => pump === job.pump);
    const staysUntilSec = Math.max(untilSec, standing?.untilSec ?? -Infinity);
    const leaveSec = staysUntilSec + state.problem.pumps[job.pump]!.washSec;
    const stay = { ...job, untilSec: staysUntilSec, leaveSec };
    const asked = { ...stay, at: state.placeAmongJobs(job) };
    const forbidding = job.started
      ? forbidsStanding(asked, state)
      : firstPumpForbidding(asked, state);
    if (forbidding !== null) {
      onForbidden?.(forbidding);
      return null;
    }
    stays.push(stay);
  }
  return stays;
}

/** How a pump that stands already came there is nobody's choice any more; how long it stays from now on is. */
function forbidsStanding(job: PumpTry, state: DayState): string | null {
  if (comesLateToNext(job, state)) return pumpBusy.code;
  if (comesHomeLate(job, state)) return pumpDuty.code;
  return staysShut(job, state, state.problem.nowSec) ? pumpPassHours.code : null;
}
