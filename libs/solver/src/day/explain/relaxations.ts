import type { DayProblem, DayTruck } from '../problem/day-problem.js';
import { ALL_DAY, enterprisesOf, largest } from './hired.js';
import { longerHours, nextOpening } from './other-hours.js';
import { pumpsTakenOver, reliefOperators } from './other-pumps.js';
import { type Relaxation, type Relaxing, withOrder } from './relaxation.js';

/** How much later than its window a pour may begin, or go on, is tried in these steps, minutes. */
const LATER_MIN = [10, 20, 30, 45, 60, 90, 120, 180] as const;
const HIRED_MOST = 4;

/** By kind of way, what is tried for an order, the smallest step first. */
export function relaxations(
  problem: DayProblem,
  order: number,
  relaxing: Relaxing,
): readonly (readonly Relaxation[])[] {
  return [
    later(problem, order, relaxing),
    longerPause(problem, order, relaxing),
    nextOpening(problem, order, relaxing),
    longerHours(problem, order, relaxing),
    ...otherPlants(problem, order, relaxing).map((one) => [one]),
    hiredTrucks(problem, order, relaxing),
    ...pumpsTakenOver(problem, order, relaxing),
    reliefOperators(problem, order, relaxing),
    overrides(problem, order, relaxing),
  ];
}

function later(problem: DayProblem, order: number, { prices }: Relaxing): Relaxation[] {
  const { started, firstToSec } = problem.orders[order]!;
  if (started.length > 0) return [];
  return LATER_MIN.map((minutes) => ({
    relaxed: withOrder(problem, order, { firstToSec: firstToSec + minutes * 60 }),
    wayOf: () => ({ kind: 'later', minutes }),
    price: minutes * prices.laterPerMin,
  }));
}

/** A pour under way goes on later: the site has to care for what lies there. */
function longerPause(problem: DayProblem, order: number, { prices }: Relaxing): Relaxation[] {
  const { started, gapMaxSec } = problem.orders[order]!;
  if (started.length === 0 || gapMaxSec === Infinity) return [];
  return LATER_MIN.map((minutes) => ({
    relaxed: withOrder(problem, order, { gapMaxSec: gapMaxSec + minutes * 60 }),
    wayOf: () => ({ kind: 'longer_pause', minutes }),
    price: minutes * prices.laterPerMin,
  }));
}

function otherPlants(problem: DayProblem, order: number, { prices }: Relaxing): Relaxation[] {
  const { sources } = problem.orders[order]!;
  return problem.plants.flatMap((_, plant): Relaxation[] => {
    if (sources.some((source) => source.plant === plant)) return [];
    return [
      {
        relaxed: withOrder(problem, order, {
          sources: [...sources, { plant, maxM3: Infinity }],
        }),
        wayOf: () => ({ kind: 'other_plant', plant }),
        price: prices.otherPlant,
      },
    ];
  });
}

/** Trucks like the largest that there are, with a pass, for the whole day. */
function hiredTrucks(problem: DayProblem, order: number, { prices }: Relaxing): Relaxation[] {
  const enterprises = enterprisesOf(problem, order);
  const like = largest(problem.trucks, ({ drumM3 }) => drumM3);
  const [first] = enterprises;
  if (like === null || first === undefined) return [];
  const home = problem.plants.find(({ enterprise }) => enterprise === first)!;
  const hired: DayTruck = {
    ...like,
    id: 'hired',
    enterprise: first,
    worksFor: enterprises,
    startPlace: home.place,
    endPlace: home.place,
    duty: home.open,
    forbidden: [],
    zoneSpans: like.zoneSpans.map(() => ALL_DAY),
  };
  return Array.from({ length: HIRED_MOST }, (_, index): Relaxation => {
    const count = index + 1;
    const more = Array.from({ length: count }, () => hired);
    return {
      relaxed: { ...problem, trucks: [...problem.trucks, ...more] },
      wayOf: () => ({ kind: 'hired_trucks', count }),
      price: count * prices.hiredTruck,
    };
  });
}

function overrides(
  problem: DayProblem,
  order: number,
  { prices, overridableTrucks, overridablePumps }: Relaxing,
): Relaxation[] {
  if (overridableTrucks.length + overridablePumps.length === 0) return [];
  const [trucks, pumps] = [new Set(overridableTrucks), new Set(overridablePumps)];
  return [
    {
      relaxed: {
        ...problem,
        trucks: problem.trucks.map((truck, index) => free(truck, trucks.has(index))),
        pumps: problem.pumps.map((pump, index) => free(pump, pumps.has(index))),
      },
      wayOf: (served) => ({
        kind: 'override',
        trucks: usedOf(
          served.loads.filter((load) => load.order === order).map(({ truck }) => truck),
          trucks,
        ),
        pumps: usedOf(
          served.pumpJobs.filter((job) => job.order === order).map(({ pump }) => pump),
          pumps,
        ),
      }),
      price: prices.override,
    },
  ];
}

const free = <Vehicle extends { readonly forbidden: readonly string[] }>(
  vehicle: Vehicle,
  isFreed: boolean,
): Vehicle => (isFreed ? { ...vehicle, forbidden: [] } : vehicle);

/** Of these rows, which may be repeated, those that are known, in order. */
const usedOf = (rows: readonly number[], known: ReadonlySet<number>): number[] =>
  [...new Set(rows)].filter((row) => known.has(row)).toSorted((one, other) => one - other);
