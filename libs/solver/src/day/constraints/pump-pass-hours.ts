import type { DayState } from '../state/day-state.js';
import type { PumpRule, PumpTry } from './pump-try.js';
import { comesWithinPass, hasSetOut } from './pump-ways.js';
import { leavesShut, standsShut } from './zone-hours.js';

/**
 * A pump is inside a zone only while its pass allows it, setting up and washing included: on its way from its yard or
 * the site before, there, and on its way to the next site or home.
 */
export const pumpPassHours: PumpRule = {
  code: 'pass_hours',
  forbids(job, state) {
    const before = state.pumpJobs[job.pump]![job.at - 1];
    return (
      staysShut(job, state, -Infinity) || !comesWithinPass(state.problem, job.pump, before, job)
    );
  },
};

/**
 * Whether a pump's pass does not allow its stay from a time on, or its way to where it goes then.
 *
 * @param sinceSec what was before is a fact
 */
export function staysShut(job: PumpTry, state: DayState, sinceSec: number): boolean {
  const { problem } = state;
  const { order, pump, at, readySec, leaveSec } = job;
  const { zoneSpans, setUpSec, endPlace } = problem.pumps[pump]!;
  const fromSec = Math.max(sinceSec, readySec - setUpSec);
  if (standsShut(problem, zoneSpans, order, fromSec, leaveSec)) return true;
  const after = state.pumpJobs[pump]![at];
  if (after === undefined) return leavesShut(problem, zoneSpans, order, endPlace, leaveSec);
  return !hasSetOut(problem, after) && !comesWithinPass(problem, pump, job, after);
}

/** Whether a pump's pass does not allow one of the ways between its jobs, or its way home, as they are. */
export function movesShut({ problem, pumpJobs, chains }: DayState, pump: number): boolean {
  const { zoneSpans, endPlace } = problem.pumps[pump]!;
  const jobs = pumpJobs[pump]!;
  const isShut = jobs.some(
    (job, at) => !hasSetOut(problem, job) && !comesWithinPass(problem, pump, jobs[at - 1], job),
  );
  const last = jobs.at(-1);
  if (isShut || last === undefined) return isShut;
  // How long it stands is a choice where something is still to come to it.
  const pours = chains[last.order]?.loads.some(({ started }) => !started) === true;
  if (hasSetOut(problem, last) && !pours) return false;
  return leavesShut(problem, zoneSpans, last.order, endPlace, last.leaveSec);
}
