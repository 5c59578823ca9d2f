import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import type { PumpRule, PumpTry } from './pump-try.js';
import { arrivesShut, leavesShut, standsShut } from './zone-hours.js';

/**
 * A pump is inside a zone only while its pass allows it, setting up and washing included. Wherever it comes from, its
 * way is taken to be the one from where its day begins, and back there.
 */
export const pumpPassHours: PumpRule = {
  code: 'pass_hours',
  forbids(job, { problem }) {
    if (staysShut(job, problem, -Infinity)) return true;
    const { place } = problem.orders[job.order]!;
    const { zoneSpans, setUpSec, startPlace } = problem.pumps[job.pump]!;
    const arriveSec = job.readySec - setUpSec;
    const beginSec = arriveSec - travelSec(problem.travel, startPlace, place, arriveSec);
    return arrivesShut(problem, zoneSpans, job.order, startPlace, { beginSec, arriveSec });
  },
};

type Stay = Pick<PumpTry, 'pump' | 'order' | 'readySec' | 'leaveSec'>;

/**
 * Whether a pump's pass does not allow its stay from a time on, or its way back.
 *
 * @param sinceSec what was before is a fact
 */
export function staysShut(job: Stay, problem: DayProblem, sinceSec: number): boolean {
  const { order, pump, readySec, leaveSec } = job;
  const { zoneSpans, setUpSec, startPlace } = problem.pumps[pump]!;
  const fromSec = Math.max(sinceSec, readySec - setUpSec);
  return (
    standsShut(problem, zoneSpans, order, fromSec, leaveSec) ||
    leavesShut(problem, zoneSpans, order, startPlace, leaveSec)
  );
}
