import type { PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { driveTime } from './drive-time.js';
import {
  isWithinPass,
  staysAbout,
  staysAt,
  staysComing,
  staysGoing,
  staysMoving,
  type ZoneStay,
} from './zone-stays.js';

/** Whether a pump has not set out to its job. */
export const isOpen = ({ orders }: DayProblem, { order, pump, started }: PlannedPumpJob): boolean =>
  !started || orders[order]!.startedPumps.some((one) => one.pump === pump && one.isHeld === true);

/**
 * Whether a pump's pass allows one of its jobs: the way there, unless it has set out, the time there, and after the
 * last one the way home. Of a job that has begun only what is still to come counts, and only where it pours.
 *
 * @param jobs all of the pump's in order of time
 */
export function isWithinPassAt(
  problem: DayProblem,
  jobs: readonly PlannedPumpJob[],
  at: number,
  pours: boolean,
): boolean {
  const job = jobs[at]!;
  const isChosen = isOpen(problem, job);
  if (!isChosen && !pours) return true;
  const pump = problem.pumps[job.pump]!;
  const there = staysAt(problem, job.order, job.readySec - pump.setUpSec, job.leaveSec);
  const isLast = at === jobs.length - 1;
  const home = isLast ? staysGoing(problem, job.order, pump.endPlace, job.leaveSec) : [];
  const sinceSec = isChosen ? -Infinity : problem.nowSec;
  return (
    isWithinPass(pump, [...there, ...home], sinceSec) &&
    (!isChosen || waysTo(problem, jobs[at - 1], job).some((stays) => isWithinPass(pump, stays)))
  );
}

/** In zones on each of the ways in which a pump may come to a job: in time, or from the site before at once. */
function waysTo(
  problem: DayProblem,
  before: PlannedPumpJob | undefined,
  { pump, order, readySec }: PlannedPumpJob,
): ZoneStay[][] {
  const { duty, startPlace, setUpSec } = problem.pumps[pump]!;
  const from = before ? problem.orders[before.order]!.place : startPlace;
  const { place } = problem.orders[order]!;
  const due = readySec - setUpSec;
  const free = Math.max(duty.fromSec, problem.nowSec, before?.leaveSec ?? -Infinity);
  const leaves = Math.max(free, due - driveTime(problem, from, place, due));
  if (!before) return [staysComing(problem, order, from, leaves, due)];
  const waits =
    before.leaveSec < problem.nowSec
      ? []
      : staysAbout(problem, before.order, before.leaveSec, leaves);
  const there = free + driveTime(problem, from, place, free);
  return [
    [...waits, ...staysMoving(problem, before.order, order, leaves, due)],
    [
      ...staysMoving(problem, before.order, order, free, there),
      ...staysAbout(problem, order, there, due),
    ],
  ];
}
