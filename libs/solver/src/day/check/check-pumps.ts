import { groupBy } from '@tongyun/kernel';
import type { DayPlan, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import type { DayFault } from './day-fault.js';
import { driveTime, ROUNDED_SEC } from './drive-time.js';
import { isOpen, isWithinPassAt } from './pump-zone-stays.js';

/** Every pumped order has its pumps from before the first truck to after the last; each pump is at one site. */
export function checkPumps(problem: DayProblem, plan: DayPlan): DayFault[] {
  return [...checkStays(problem, plan), ...checkMoves(problem, plan)];
}

function checkStays(problem: DayProblem, plan: DayPlan): DayFault[] {
  const faults: DayFault[] = [];
  const loadsOf = groupBy(plan.loads, ({ order }) => order);
  const jobsOf = groupBy(plan.pumpJobs, ({ order }) => order);
  problem.orders.forEach((order, index) => {
    const loads = loadsOf.get(index) ?? [];
    if (order.pumps === 0) return;
    if (loads.every(({ started }) => started)) {
      faults.push(...checkWaiting(problem, plan, index, jobsOf.get(index) ?? []));
      return;
    }
    const report = (code: string, detail = '') => faults.push({ code, order: index, detail });
    const jobs = jobsOf.get(index) ?? [];
    if (new Set(jobs.map(({ pump }) => pump)).size < order.pumps) report('pump_missing');
    const firstArrives = Math.min(...loads.map(({ arriveSec }) => arriveSec));
    const nextPours = Math.min(
      ...loads.filter(({ started }) => !started).map(({ dischargeFromSec }) => dischargeFromSec),
    );
    const last = Math.max(...loads.map(({ dischargeToSec }) => dischargeToSec));
    for (const job of jobs) {
      const needed = loads.some(({ started }) => started) ? nextPours : firstArrives;
      const standing = order.startedPumps.find(({ pump }) => pump === job.pump);
      if ((standing ?? job).readySec > needed) report('pump_not_ready', `pump ${job.pump}`);
      const untilSec = Math.max(last, standing?.untilSec ?? -Infinity);
      if (job.untilSec < untilSec) report('pump_left', `pump ${job.pump}`);
    }
  });
  return faults;
}

/** Loads that come to a pour where no pump stands have one sent while they are fresh, or are said to be lost. */
function checkWaiting(
  { orders, nowSec }: DayProblem,
  { pumpless = [] }: DayPlan,
  index: number,
  jobs: readonly PlannedPumpJob[],
): DayFault[] {
  const { startedPumps, started, ageMaxSec } = orders[index]!;
  const toCome = started.filter(({ dischargeToSec }) => dischargeToSec > nowSec);
  if (startedPumps.length > 0 || toCome.length === 0 || pumpless.includes(index)) return [];
  if (jobs.length === 0) return [{ code: 'pump_missing', order: index, detail: '' }];
  const isOfUse = toCome.some(({ loadFromSec, dischargeFromSec, dischargeToSec }) =>
    jobs.every(
      ({ readySec }) => readySec + dischargeToSec - dischargeFromSec - loadFromSec <= ageMaxSec,
    ),
  );
  return isOfUse
    ? []
    : [{ code: 'pump_not_ready', order: index, detail: 'too late for its loads' }];
}

function checkMoves(problem: DayProblem, plan: DayPlan): DayFault[] {
  const faults: DayFault[] = [];
  const jobsOf = groupBy(plan.pumpJobs, ({ pump }) => pump);
  // How long a pump stands from now on is a choice where something is still to come to it.
  const pours = new Set(plan.loads.flatMap(({ started, order }) => (started ? [] : [order])));
  problem.pumps.forEach((pump, index) => {
    const jobs = (jobsOf.get(index) ?? []).toSorted((one, two) => one.readySec - two.readySec);
    let [place, free] = [pump.startPlace, pump.duty.fromSec];
    jobs.forEach((job, at) => {
      const site = problem.orders[job.order]!;
      const report = (code: string) =>
        faults.push({ code, order: job.order, detail: `pump ${index}`, pump: index });
      const before = jobs[at - 1];
      if (before !== undefined && isOpen(problem, before) && !isOpen(problem, job)) {
        const way = driveTime(problem, place, site.place, free);
        // Where it goes next is settled: what it does before has to leave it time for that.
        if (free + way + pump.setUpSec > job.readySec + ROUNDED_SEC) {
          const detail = `pump ${index}`;
          faults.push({ code: 'pump_busy', order: before.order, detail, pump: index });
        }
      }
      if (isOpen(problem, job)) {
        const out = Math.max(pump.duty.fromSec, free, problem.nowSec);
        const way = driveTime(problem, place, site.place, out);
        if (out + way + pump.setUpSec > job.readySec + ROUNDED_SEC) report('pump_busy');
        checkFit(problem, job, report);
      }
      if (!isWithinPassAt(problem, jobs, at, pours.has(job.order))) report('pass_hours');
      [place, free] = [site.place, job.leaveSec];
    });
    const last = jobs.at(-1);
    if (last !== undefined && (isOpen(problem, last) || pours.has(last.order))) {
      const home = free + driveTime(problem, place, pump.endPlace, free);
      if (home > pump.duty.toSec + ROUNDED_SEC) {
        const detail = `pump ${index}`;
        faults.push({ code: 'pump_duty', order: last.order, detail, pump: index });
      }
    }
  });
  return faults;
}

function checkFit(problem: DayProblem, job: PlannedPumpJob, report: (code: string) => void): void {
  const { orders, pumps, plants } = problem;
  const order = orders[job.order]!;
  const pump = pumps[job.pump]!;
  if (pump.forbidden.length > 0) report('vehicle_forbidden');
  if (pump.reachM < order.reachM) report('pump_reach');
  if (job.leaveSec - job.untilSec < pump.washSec) report('pump_wash');
  const suppliers =
    order.pumpsFrom === undefined
      ? order.sources.map(({ plant }) => plants[plant]!.enterprise)
      : [order.pumpsFrom];
  if (!suppliers.some((enterprise) => pump.worksFor.includes(enterprise))) report('no_agreement');
}
