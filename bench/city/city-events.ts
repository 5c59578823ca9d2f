import { between, pick, type Random } from '@tongyun/kernel';
import {
  type DayOrder,
  type DayPlan,
  type DayProblem,
  type Jam,
  keptM3,
  type PlannedLoad,
  withJams,
} from '@tongyun/solver';
import { CITY } from './city-table.js';

export type EventKind = keyof typeof CITY.events;

/** The day after something happened, and an order of the group that it touches; null when nothing could. */
export interface Happened {
  readonly problem: DayProblem;
  readonly order: number;
}

/** Which kinds a thousand events are made of, in random sequence. */
export function drawKinds(random: Random, count: number): EventKind[] {
  const kinds = Object.entries(CITY.events).flatMap(([kind, share]) =>
    Array.from({ length: Math.round(share * count) }, () => kind as EventKind),
  );
  for (let at = kinds.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [kinds[at], kinds[other]] = [kinds[other]!, kinds[at]!];
  }
  return kinds;
}

const HOUR = 3_600;
const SIZES = CITY.happening;

export function happen(
  kind: EventKind,
  random: Random,
  problem: DayProblem,
  plan: DayPlan,
): Happened | null {
  const { nowSec } = problem;
  const coming = plan.loads.filter(({ started }) => !started);
  const soon = coming.filter(({ loadFromSec }) => loadFromSec < nowSec + SIZES.soonHours * HOUR);
  if (soon.length === 0) return null;
  const load = pick(random, soon);
  const waiting = soon.filter(({ order }) => problem.orders[order]!.started.length === 0);
  switch (kind) {
    case 'truck_down':
      return { problem: truckDown(problem, plan, load.truck), order: load.order };
    case 'driver_late':
      return driverLate(random, problem, soon);
    case 'pump_down':
      return pumpDown(random, problem, plan);
    case 'line_down':
      return { problem: lineDown(random, problem, load), order: load.order };
    case 'order_grown':
      return changed(problem, load.order, ({ volumeM3 }) => ({
        volumeM3: volumeM3 + Math.ceil(between(random, ...SIZES.grownByShare) * volumeM3),
      }));
    case 'order_cut':
      return changed(problem, load.order, (order) => ({
        volumeM3: Math.max(
          batchedM3(order),
          Math.floor(order.volumeM3 * between(random, ...SIZES.cutToShare)),
        ),
      }));
    case 'order_cancelled':
      return waiting.length === 0
        ? null
        : changed(problem, pick(random, waiting).order, () => ({ volumeM3: 0 }));
    case 'load_refused':
      return loadRefused(random, problem);
    case 'site_not_ready':
      return waiting.length === 0
        ? null
        : delayed(problem, pick(random, waiting).order, SIZES.siteNotReadyMin);
    case 'rain_stop':
      return waiting.length === 0
        ? null
        : delayed(problem, pick(random, waiting).order, SIZES.rainStopMin);
    case 'traffic':
      return traffic(random, problem, load);
    case 'will_call':
      return changed(problem, load.order, ({ volumeM3 }) => ({
        volumeM3: volumeM3 + SIZES.calledM3,
      }));
  }
}

const batchedM3 = ({ started }: DayOrder): number =>
  started.reduce((sum, load) => sum + keptM3(load), 0);

const changed = (
  problem: DayProblem,
  order: number,
  change: (order: DayOrder) => Partial<DayOrder>,
): Happened => ({
  order,
  problem: {
    ...problem,
    orders: problem.orders.map((it, index) => (index === order ? { ...it, ...change(it) } : it)),
  },
});

const delayed = (problem: DayProblem, order: number, byMin: number): Happened =>
  changed(problem, order, ({ firstFromSec, firstToSec }) => ({
    firstFromSec: Math.max(firstFromSec, problem.nowSec) + byMin * 60,
    firstToSec: Math.max(firstToSec, problem.nowSec) + byMin * 60,
  }));

/** It ends the trip it is on and is not seen again. */
function truckDown(problem: DayProblem, plan: DayPlan, truck: number): DayProblem {
  const backSec = plan.loads
    .filter((load) => load.started && load.truck === truck)
    .reduce((sec, { leaveSec }) => Math.max(sec, leaveSec), problem.nowSec);
  return {
    ...problem,
    trucks: problem.trucks.map((it, index) =>
      index === truck
        ? { ...it, duty: { ...it.duty, toSec: Math.min(it.duty.toSec, backSec) } }
        : it,
    ),
  };
}

function driverLate(
  random: Random,
  problem: DayProblem,
  soon: readonly PlannedLoad[],
): Happened | null {
  const gone = new Set(problem.orders.flatMap(({ started }) => started.map(({ truck }) => truck)));
  const firsts = soon.filter(({ truck }) => !gone.has(truck));
  if (firsts.length === 0) return null;
  const { truck, order } = pick(random, firsts);
  const lateSec = between(random, ...SIZES.driverLateHours) * HOUR;
  const trucks = problem.trucks.map((it, index) =>
    index === truck
      ? {
          ...it,
          duty: {
            ...it.duty,
            fromSec: Math.round(Math.max(it.duty.fromSec, problem.nowSec) + lateSec),
          },
        }
      : it,
  );
  return { order, problem: { ...problem, trucks } };
}

function pumpDown(random: Random, problem: DayProblem, plan: DayPlan): Happened | null {
  const jobs = plan.pumpJobs.filter(({ untilSec }) => untilSec > problem.nowSec);
  if (jobs.length === 0) return null;
  const { pump, order } = pick(random, jobs);
  return {
    order,
    problem: {
      ...problem,
      pumps: problem.pumps.map((it, index) =>
        index === pump ? { ...it, forbidden: ['broken_down'] } : it,
      ),
      orders: problem.orders.map((it) => ({
        ...it,
        startedPumps: it.startedPumps.filter((standing) => standing.pump !== pump),
      })),
    },
  };
}

function lineDown(random: Random, problem: DayProblem, load: PlannedLoad): DayProblem {
  const closed = {
    fromSec: problem.nowSec + SIZES.lineStopsInMin * 60,
    toSec: problem.nowSec + Math.round(between(random, ...SIZES.lineDownHours) * HOUR),
  };
  return {
    ...problem,
    plants: problem.plants.map((plant, index) =>
      index === load.plant
        ? {
            ...plant,
            lines: plant.lines.map((line, at) =>
              at === load.line ? { ...line, closed: [...line.closed, closed] } : line,
            ),
          }
        : plant,
    ),
  };
}

function loadRefused(random: Random, problem: DayProblem): Happened | null {
  const { nowSec } = problem;
  const pouring = problem.orders.flatMap(({ started }, order) =>
    started
      .filter(
        (it) => it.kind === 'concrete' && it.arriveSec <= nowSec && nowSec < it.dischargeToSec,
      )
      .map((load) => ({ order, load })),
  );
  if (pouring.length === 0) return null;
  const { order, load } = pick(random, pouring);
  const refusedM3 = Math.ceil(load.m3 * between(random, ...SIZES.refusedShare));
  return changed(problem, order, ({ started }) => ({
    started: started.map((it) =>
      it === load ? { ...it, refusedM3: Math.min(it.m3, refusedM3) } : it,
    ),
  }));
}

function traffic(random: Random, problem: DayProblem, load: PlannedLoad): Happened {
  const jam: Jam = {
    fromSec: problem.nowSec,
    toSec: problem.nowSec + Math.round(between(random, ...SIZES.jamHours) * HOUR),
    factor: between(random, ...SIZES.jamFactor),
    places: [problem.orders[load.order]!.place],
  };
  const travel = withJams(problem.travel, [...(problem.travel.jams?.all ?? []), jam]);
  return { order: load.order, problem: { ...problem, travel } };
}
