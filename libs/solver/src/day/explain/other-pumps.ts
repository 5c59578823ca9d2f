import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem, DayPump } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import { ALL_DAY, enterprisesOf, largest } from './hired.js';
import { type Relaxation, type Relaxing, withOrder } from './relaxation.js';

/** Of a pump that another takes over from: nobody sends it there again. */
const TAKEN_OVER = 'taken_over';

/**
 * Another pump of the day, or one like the longest that there is, long enough and hired for the whole day: for what
 * lacks one, and to take over from those that stand and cannot stay, one of them or all.
 */
export function pumpsTakenOver(
  problem: DayProblem,
  order: number,
  { prices }: Relaxing,
): readonly (readonly Relaxation[])[] {
  const { pumps, startedPumps } = problem.orders[order]!;
  if (pumps === 0) return [];
  const standing = startedPumps.map(({ pump }) => pump);
  const leaving = standing.length > 1 ? [...standing.map((pump) => [pump]), standing] : [standing];
  const others = leaving.flatMap((gone): Relaxation[] => {
    if (gone.length === 0) return [];
    return [
      {
        relaxed: without(problem, order, gone),
        wayOf: (served) => {
          const came = pumpsOf(served, order).filter((pump) => !standing.includes(pump));
          return came.length === 0 ? null : { kind: 'other_pump', pumps: came };
        },
        price: gone.length * prices.otherPump,
      },
    ];
  });
  const hired = hiredPump(problem, order);
  if (hired === null) return [others];
  return [
    others,
    leaving.map((gone): Relaxation => {
      const left = without(problem, order, gone);
      return {
        relaxed: { ...left, pumps: [...left.pumps, hired] },
        wayOf: () => ({ kind: 'hired_pump' }),
        price: prices.hiredPump,
      };
    }),
  ];
}

/** Operators who have nothing else to do come for those whose duty ends, as many as there are. */
export function reliefOperators(
  problem: DayProblem,
  order: number,
  { prices, freeOperators }: Relaxing,
): Relaxation[] {
  const { pumps } = problem.orders[order]!;
  if (pumps === 0) return [];
  const relieved = problem.pumps.map((pump) => ({
    ...pump,
    duty: { ...pump.duty, toSec: Infinity },
  }));
  return Array.from({ length: Math.min(pumps, freeOperators) }, (_, index): Relaxation => ({
    relaxed: { ...problem, pumps: relieved },
    wayOf: (served) => {
      const late = pumpsOf(served, order).filter((pump) => isLate(problem, served, order, pump));
      if (late.length === 0 || late.length > index + 1) return null;
      return { kind: 'relief_operator', pumps: late };
    },
    price: (index + 1) * prices.reliefOperator,
  }));
}

function hiredPump(problem: DayProblem, order: number): DayPump | null {
  const enterprises = enterprisesOf(problem, order);
  const like = largest(problem.pumps, (pump) => pump.reachM);
  const [first] = enterprises;
  if (like === null || first === undefined) return null;
  const home = problem.plants.find(({ enterprise }) => enterprise === first)!;
  return {
    ...like,
    id: 'hired',
    enterprise: first,
    worksFor: enterprises,
    startPlace: home.place,
    endPlace: home.place,
    duty: { fromSec: home.open.fromSec, toSec: Infinity },
    forbidden: [],
    zoneSpans: like.zoneSpans.map(() => ALL_DAY),
    reachM: Math.max(like.reachM, problem.orders[order]!.reachM),
  };
}

function without(problem: DayProblem, order: number, gone: readonly number[]): DayProblem {
  const { startedPumps } = problem.orders[order]!;
  const left = withOrder(problem, order, {
    startedPumps: startedPumps.filter(({ pump }) => !gone.includes(pump)),
  });
  return {
    ...left,
    pumps: left.pumps.map((pump, index) =>
      gone.includes(index) ? { ...pump, forbidden: [...pump.forbidden, TAKEN_OVER] } : pump,
    ),
  };
}

const pumpsOf = ({ pumpJobs }: DayPlan, order: number): number[] =>
  pumpJobs.flatMap((job) => (job.order === order ? [job.pump] : []));

/** Whether a pump is back in its yard only after its operator's duty. */
const isLate = (
  { pumps, orders, travel }: DayProblem,
  { pumpJobs }: DayPlan,
  order: number,
  pump: number,
): boolean => {
  const { duty, endPlace } = pumps[pump]!;
  const { place } = orders[order]!;
  return pumpJobs.some(
    (job) =>
      job.order === order &&
      job.pump === pump &&
      job.leaveSec + travelSec(travel, place, endPlace, job.leaveSec) > duty.toSec,
  );
};
