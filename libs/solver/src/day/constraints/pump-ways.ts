import type { PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import { arrivesShut, movesShutBetween, standsShut } from './zone-hours.js';

/** What of a pump's job tells when it comes and goes. */
type Job = Pick<PlannedPumpJob, 'order' | 'readySec' | 'leaveSec'>;

/**
 * How a pump comes to a job: from its yard, or the site before, in time to be set up. Where its pass does not let it
 * wait at that site so long, or drive then, it drives on at once and waits at the next one. Null where its pass allows
 * neither.
 *
 * @param before the job before; undefined for the first of its day
 */
export function howPumpComes(
  problem: DayProblem,
  pump: number,
  before: Job | undefined,
  job: Job,
): 'in_time' | 'at_once' | null {
  const { travel, orders, pumps, nowSec } = problem;
  const { duty, startPlace, setUpSec, zoneSpans } = pumps[pump]!;
  const from = before === undefined ? startPlace : orders[before.order]!.place;
  const { place } = orders[job.order]!;
  const dueSec = job.readySec - setUpSec;
  const freeSec = Math.max(duty.fromSec, before?.leaveSec ?? -Infinity, nowSec);
  const beginSec = Math.max(freeSec, dueSec - travelSec(travel, from, place, dueSec));
  if (before === undefined) {
    const times = { beginSec, arriveSec: dueSec };
    return arrivesShut(problem, zoneSpans, job.order, from, times) ? null : 'in_time';
  }
  const ends = { from: before.order, to: job.order };
  // Where it is that has been done with its job for a while, nobody knows.
  const mayWait =
    before.leaveSec < nowSec ||
    beginSec <= before.leaveSec ||
    !standsShut(problem, zoneSpans, before.order, before.leaveSec, beginSec);
  if (mayWait && !movesShutBetween(problem, zoneSpans, ends, beginSec, dueSec)) return 'in_time';
  const thereSec = freeSec + travelSec(travel, from, place, freeSec);
  const isShut =
    standsShut(problem, zoneSpans, job.order, Math.min(thereSec, dueSec), dueSec) ||
    movesShutBetween(problem, zoneSpans, ends, freeSec, thereSec);
  return isShut ? null : 'at_once';
}

/** Whether a pump's pass allows its way to a job. */
export const comesWithinPass = (...asked: Parameters<typeof howPumpComes>): boolean =>
  howPumpComes(...asked) !== null;

/** Whether a pump has set out to a job, or stands there; one that people only hold there has not. */
export const hasSetOut = (
  { orders }: DayProblem,
  { order, pump, started }: Pick<PlannedPumpJob, 'order' | 'pump' | 'started'>,
): boolean =>
  started && orders[order]!.startedPumps.some((one) => one.pump === pump && one.isHeld !== true);
