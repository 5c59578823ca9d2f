import { groupBy } from '@tongyun/kernel';
import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import type { DayFault } from './day-fault.js';
import { driveTime, ROUNDED_SEC } from './drive-time.js';
import { isFact } from './is-fact.js';
import { sendingOf, type Told, toldFirst } from './sent-at.js';
import { staysToPlant } from './stays-to-plant.js';
import { isWithinPass, staysGoing, type ZoneStay } from './zone-stays.js';

/** Each truck's day, stop after stop. What starts it is checked only where something is still chosen. */
export function checkTrucks(problem: DayProblem, plan: DayPlan): DayFault[] {
  const faults: DayFault[] = [];
  const told = toldFirst(problem);
  for (const [truck, loads] of groupBy(inTime(plan), ({ truck: of }) => of)) {
    if (loads.every(isFact)) continue;
    checkDay(problem, truck, told.get(truck) ?? null, loads, faults);
  }
  return faults;
}

function checkDay(
  problem: DayProblem,
  truckIndex: number,
  told: Told | null,
  loads: readonly PlannedLoad[],
  faults: DayFault[],
): void {
  const { limits, plants, orders } = problem;
  const truck = problem.trucks[truckIndex]!;
  let [place, free] = [truck.startPlace, truck.duty.fromSec];
  let [wheel, day, legs] = [0, 0, 0];
  let isChosen = false;
  const drive = (to: number): number => {
    const took = driveTime(problem, place, to, free);
    [place, wheel, day, legs] = [to, wheel + took, day + took, legs + 1];
    return free + took;
  };
  // Each way is rounded to whole seconds by whoever planned it.
  const over = (sec: number, mostSec: number) => sec > mostSec + legs * ROUNDED_SEC;
  const report = (code: string, load: PlannedLoad) =>
    faults.push({ code, order: load.order, detail: `truck ${truckIndex}`, load });
  const checkPass = (stays: readonly ZoneStay[], load: PlannedLoad): void => {
    if (!isFact(load) && !isWithinPass(truck, stays)) report('pass_hours', load);
  };
  loads.forEach((load, at) => {
    isChosen ||= !isFact(load);
    const last = loads[at - 1];
    const sending = sendingOf(problem, truckIndex, told, last, load);
    checkPass(staysToPlant(problem, truckIndex, { told, last, sending }, load), load);
    if (sending) {
      if (sending.stoodSec === null) {
        [wheel, day] = [wheel + problem.nowSec - free, day + problem.nowSec - free];
      } else {
        drive(sending.from);
        if (sending.stoodSec >= limits.breakSec - ROUNDED_SEC) wheel = 0;
      }
      free = problem.nowSec;
    }
    const there = drive(plants[load.plant]!.place);
    const washed = at === 0 ? there : there + limits.washSec;
    const isLate = washed > load.loadFromSec + ROUNDED_SEC;
    if (isLate && !isFact(load)) report(at === 0 ? 'truck_duty' : 'truck_busy', load);
    // What comes before a fact, such as a load that somebody gave by hand, has to leave its truck time for that.
    if (isLate && isFact(load) && last !== undefined && !isFact(last)) report('truck_busy', last);
    if (!isFact(load) && load.loadFromSec < truck.duty.fromSec) report('truck_duty', load);
    if (over(wheel, limits.drivingMaxSec) && isChosen) report('driving_hours', load);
    if (load.loadToSec - there >= limits.breakSec - ROUNDED_SEC) wheel = 0;
    free = load.loadToSec;
    drive(orders[load.order]!.place);
    if (over(wheel, limits.drivingMaxSec) && isChosen) report('driving_hours', load);
    if (load.leaveSec - load.arriveSec >= limits.breakSec) wheel = 0;
    free = load.leaveSec;
  });
  const last = loads.at(-1)!;
  if (isFact(last)) return;
  checkPass(staysGoing(problem, last.order, truck.endPlace, last.leaveSec), last);
  const home = drive(truck.endPlace) + limits.washSec;
  if (home > truck.duty.toSec + ROUNDED_SEC) report('truck_duty', last);
  if (over(wheel, limits.drivingMaxSec) || over(day, limits.dayDrivingMaxSec)) {
    report('driving_hours', last);
  }
}

/** One truck loads at a time on a line, and none while it is closed. */
export function checkLines(problem: DayProblem, plan: DayPlan): DayFault[] {
  const faults: DayFault[] = [];
  for (const loads of groupBy(inTime(plan), ({ plant, line }) => `${plant}/${line}`).values()) {
    const { closed } = problem.plants[loads[0]!.plant]!.lines[loads[0]!.line]!;
    let before: PlannedLoad | null = null;
    for (const load of loads) {
      const report = (code: string, detail: string) =>
        faults.push({ code, order: load.order, detail, load });
      if (before !== null && load.loadFromSec < before.loadToSec) {
        const isChosen = !load.started || !before.started;
        if (isChosen) report('line_busy', `plant ${load.plant} line ${load.line}`);
      }
      if (before === null || load.loadToSec > before.loadToSec) before = load;
      const down = closed.some((it) => load.loadFromSec < it.toSec && load.loadToSec > it.fromSec);
      if (down && !isFact(load)) report('line_closed', `plant ${load.plant} line ${load.line}`);
    }
  }
  return faults;
}

const inTime = ({ loads }: DayPlan): PlannedLoad[] =>
  loads.toSorted((one, two) => one.loadFromSec - two.loadFromSec);
