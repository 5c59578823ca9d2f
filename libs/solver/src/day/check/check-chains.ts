import { groupBy } from '@tongyun/kernel';
import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayOrder, DayProblem } from '../problem/day-problem.js';
import type { DayFault } from './day-fault.js';
import { driveTime, ROUNDED_SEC } from './drive-time.js';
import { isFact } from './is-fact.js';
import { isWithinPass, staysAt, staysComing } from './zone-stays.js';

const SAME_M3 = 0.02;

/** Everything that concerns one site: volume, sequence, gaps, ages, hours, and where it comes from. */
export function checkChains(problem: DayProblem, plan: DayPlan): DayFault[] {
  const faults: DayFault[] = [];
  for (const [index, loads] of groupBy(plan.loads, ({ order }) => order)) {
    const order = problem.orders[index]!;
    const report = (code: string, detail: string) => faults.push({ code, order: index, detail });
    const inTime = loads.toSorted((one, two) => one.dischargeFromSec - two.dischargeFromSec);
    if (inTime.some(({ started }) => !started)) checkWhole(order, inTime, report);
    checkGaps(order, inTime, report);
    checkPlaces(order, inTime, report);
    for (const load of inTime) {
      if (isFact(load)) continue;
      const says: Says = (holds, code, detail = '') => {
        if (holds) return;
        faults.push({ code, order: index, detail: `truck ${load.truck} ${detail}`, load });
      };
      checkMay(problem, order, load, says);
      // How long each part of it takes was settled when people began to hold it.
      if (!load.started) checkTimes(problem, order, load, says);
    }
  }
  return faults;
}

type Report = (code: string, detail: string) => void;
type Says = (holds: boolean, code: string, detail?: string) => void;

function checkWhole(order: DayOrder, loads: readonly PlannedLoad[], report: Report): void {
  const concrete = loads.filter(({ kind }) => kind === 'concrete');
  const total = concrete.reduce((sum, { m3, refusedM3 }) => sum + m3 - refusedM3, 0);
  if (Math.abs(total - order.volumeM3) > SAME_M3) report('volume', `${total} of ${order.volumeM3}`);
  for (const { plant, maxM3 } of order.sources) {
    const brought = concrete
      .filter((load) => load.plant === plant)
      .reduce((sum, { m3, refusedM3 }) => sum + m3 - refusedM3, 0);
    const over = brought > maxM3 + SAME_M3;
    if (over && concrete.some((it) => it.plant === plant && !it.started)) {
      report('quota', `plant ${plant}: ${brought} of ${maxM3}`);
    }
  }
  (order.sharesM3 ?? []).forEach((maxM3, share) => {
    const plants = order.sources.flatMap((it) => (it.share === share ? [it.plant] : []));
    const own = concrete.filter(({ plant }) => plants.includes(plant));
    const brought = own.reduce((sum, { m3, refusedM3 }) => sum + m3 - refusedM3, 0);
    if (brought > maxM3 + SAME_M3 && own.some(({ started }) => !started)) {
      report('quota', `share ${share}: ${brought} of ${maxM3}`);
    }
  });
  const mortar = loads.filter(({ kind }) => kind === 'priming_mortar');
  if (order.primingM3 > 0 && order.started.length === 0) {
    if (mortar.length !== 1 || loads[0] !== mortar[0]) report('priming', 'mortar is not first');
    const broughtM3 = mortar.reduce((sum, { m3 }) => sum + m3, 0);
    if (broughtM3 < order.primingM3 - SAME_M3) report('priming', `${broughtM3} m³`);
  }
  const primedSec = Math.max(-Infinity, ...mortar.map(({ dischargeToSec }) => dischargeToSec));
  const isUnprimed = ({ started, dischargeFromSec }: PlannedLoad): boolean =>
    !started && dischargeFromSec < primedSec;
  if (concrete.some(isUnprimed)) report('priming', 'concrete before a pump has its mortar');
}

/**
 * Pauses of the whole pour, whoever brings it; one between two trucks of others is not this plan's fault, nor the
 * one in which the pour broke off.
 */
function checkGaps(order: DayOrder, loads: readonly PlannedLoad[], report: Report): void {
  const theirs = (order.others ?? []).filter(({ isOfPour }) => isOfPour);
  const all = [...theirs.map((one) => ({ ...one, started: true })), ...loads].toSorted(
    (one, two) => one.dischargeFromSec - two.dischargeFromSec,
  );
  const { brokenOffSec = -Infinity } = order;
  let last: { end: number; isChosen: boolean } | null = null;
  for (const { dischargeFromSec, dischargeToSec, started } of all) {
    const pause = last === null ? 0 : dischargeFromSec - last.end;
    if (last === null && !started && dischargeFromSec > order.firstToSec) {
      report('window', 'first discharge');
    }
    const isKnown = last !== null && last.end <= brokenOffSec;
    if (pause > order.gapMaxSec && !isKnown && (!started || last!.isChosen)) {
      report('cold_joint', `${pause} s`);
    }
    if (last === null || dischargeToSec > last.end) {
      last = { end: dischargeToSec, isChosen: !started };
    }
  }
  const [first] = loads;
  if (first && !first.started && first.dischargeFromSec < order.firstFromSec) {
    report('window', 'first discharge');
  }
}

function checkPlaces(order: DayOrder, loads: readonly PlannedLoad[], report: Report): void {
  for (let place = 0; place < order.places; place += 1) {
    let free = -Infinity;
    for (const load of loads) {
      if (load.place !== place) continue;
      if (!load.started && load.dischargeFromSec < free) report('place_taken', `place ${place}`);
      free = Math.max(free, load.dischargeToSec);
    }
  }
  for (const other of order.others ?? []) {
    for (const load of loads) {
      const meet =
        load.place === other.place &&
        load.dischargeFromSec < other.dischargeToSec &&
        other.dischargeFromSec < load.dischargeToSec;
      if (meet && !load.started) report('place_taken', `place ${load.place} by another plan`);
    }
  }
  if (loads.some(({ place }) => place < 0 || place >= order.places)) report('place', 'unknown');
}

/** Whether a load may be brought by its truck, from its plant and at its time at all. */
function checkMay(problem: DayProblem, order: DayOrder, load: PlannedLoad, says: Says): void {
  const plant = problem.plants[load.plant]!;
  const truck = problem.trucks[load.truck]!;
  says(load.loadFromSec >= problem.nowSec, 'already_past', `at ${load.loadFromSec} s`);
  const source = order.sources.find(({ plant: at }) => at === load.plant);
  says(source !== undefined, 'supply_range');
  says(truck.forbidden.length === 0, 'vehicle_forbidden');
  says(truck.worksFor.includes(plant.enterprise), 'no_agreement');
  says(load.m3 > 0 && load.m3 <= truck.drumM3 + SAME_M3, 'drum');
  says(load.loadFromSec >= plant.open.fromSec && load.loadToSec <= plant.open.toSec, 'plant_hours');
  says(load.dischargeFromSec >= order.open.fromSec, 'site_hours');
  says(load.dischargeToSec <= order.open.toSec, 'site_hours');
  says(load.dischargeToSec - load.loadFromSec <= order.ageMaxSec, 'concrete_age');
  const { loadToSec: leftSec, arriveSec, leaveSec } = load;
  const stays = [
    ...staysComing(problem, load.order, plant.place, leftSec, arriveSec),
    ...staysAt(problem, load.order, arriveSec, leaveSec),
  ];
  says(isWithinPass(truck, stays), 'pass_hours');
}

/** Whether each part of a load has as long as it takes. */
function checkTimes(problem: DayProblem, order: DayOrder, load: PlannedLoad, says: Says): void {
  const plant = problem.plants[load.plant]!;
  const line = plant.lines[load.line]!;
  const source = order.sources.find(({ plant: at }) => at === load.plant);
  const docking = source?.loadFixedSec ?? problem.limits.loadFixedSec;
  const batching = docking + (load.m3 * 3600) / line.rateM3PerHour;
  says(load.loadToSec - load.loadFromSec >= batching - ROUNDED_SEC, 'loading_time');
  const drive = driveTime(problem, plant.place, order.place, load.loadToSec);
  says(load.arriveSec - load.loadToSec >= drive - ROUNDED_SEC, 'travel_time');
  says(load.dischargeFromSec >= load.arriveSec, 'sequence');
  const begins = load.kind === 'priming_mortar' && order.pumps > 1 ? order.pumps : 1;
  const discharge = begins * order.dischargeFixedSec + load.m3 * order.dischargeSecPerM3;
  says(load.dischargeToSec - load.dischargeFromSec >= discharge - ROUNDED_SEC, 'discharge_time');
  says(load.leaveSec - load.dischargeToSec >= order.leaveSec, 'leave_time');
}
