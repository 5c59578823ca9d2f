import type { DayProblem, Source } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import { crossesShut, holds } from './pass-hours.js';
import type { PumpRule, PumpTry } from './pump-try.js';

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
    const crossings = crossingsOf(job, problem);
    if (crossings === undefined) return false;
    const arriveSec = job.readySec - setUpSec;
    const outSec = travelSec(problem.travel, startPlace, place, arriveSec);
    return crossesShut(zoneSpans, crossings.out, arriveSec - outSec, outSec);
  },
};

type Stay = Pick<PumpTry, 'pump' | 'order' | 'readySec' | 'leaveSec'>;

/**
 * Whether a pump's pass does not allow its stay from a time on, or its way back.
 *
 * @param sinceSec what was before is a fact
 */
export function staysShut(job: Stay, problem: DayProblem, sinceSec: number): boolean {
  const { readySec, leaveSec } = job;
  const { zone, zoneSec, place } = problem.orders[job.order]!;
  const { zoneSpans, setUpSec, startPlace } = problem.pumps[job.pump]!;
  const crossings = crossingsOf(job, problem);
  const besideSec = crossings === undefined ? zoneSec : 0;
  const fromSec = Math.max(sinceSec, readySec - setUpSec - besideSec);
  if (zone >= 0 && !holds(zoneSpans[zone]!, fromSec, leaveSec + besideSec)) return true;
  if (crossings === undefined) return false;
  const backSec = travelSec(problem.travel, place, startPlace, leaveSec);
  return crossesShut(zoneSpans, crossings.back, leaveSec, backSec);
}

/** The zones on the ways between a pump's yard and a site, where they are known. */
const crossingsOf = (
  { pump, order }: Pick<PumpTry, 'pump' | 'order'>,
  { orders, plants, pumps }: DayProblem,
): Source['crossings'] =>
  orders[order]!.sources.find(({ plant }) => plants[plant]!.place === pumps[pump]!.startPlace)
    ?.crossings;
