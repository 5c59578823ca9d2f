import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { type Relaxation, type Relaxing, withOrder } from './relaxation.js';

/** By how much longer than its hours the site takes concrete is tried in these steps, minutes. */
const LONGER_MIN = [15, 30, 60, 90, 120, 180, 240] as const;

/** The site takes the pour before its hours or after them; a minute costs as much as one that a pour begins later. */
export function longerHours(
  problem: DayProblem,
  order: number,
  { prices }: Relaxing,
): Relaxation[] {
  const { open } = problem.orders[order]!;
  return LONGER_MIN.map((minutes): Relaxation => ({
    relaxed: withOrder(problem, order, {
      open: { fromSec: open.fromSec - minutes * 60, toSec: open.toSec + minutes * 60 },
    }),
    wayOf: (served) => {
      const { fromSec, toSec } = dischargesOf(served, order);
      return {
        kind: 'site_hours',
        beforeMin: minutesAbove(open.fromSec - fromSec),
        afterMin: minutesAbove(toSec - open.toSec),
      };
    },
    price: minutes * prices.laterPerMin,
  }));
}

/** The pour waits until the site takes concrete again after its hours; its window is then as wide as it was. */
export function nextOpening(
  problem: DayProblem,
  order: number,
  { prices }: Relaxing,
): Relaxation[] {
  const { started, nextOpen, firstFromSec, firstToSec } = problem.orders[order]!;
  if (nextOpen === undefined || started.length > 0) return [];
  const latestSec = Math.max(firstToSec, nextOpen.fromSec + firstToSec - firstFromSec);
  return [
    {
      relaxed: withOrder(problem, order, { open: nextOpen, firstToSec: latestSec }),
      wayOf: (served) => ({
        kind: 'later',
        minutes: minutesAbove(dischargesOf(served, order).fromSec - firstToSec),
      }),
      price: minutesAbove(nextOpen.fromSec - firstToSec) * prices.laterPerMin,
    },
  ];
}

/** From the beginning of the first discharge that is not a fact to the end of the last. */
function dischargesOf({ loads }: DayPlan, order: number): { fromSec: number; toSec: number } {
  const own = loads.filter((load) => load.order === order && !load.started);
  return {
    fromSec: Math.min(...own.map(({ dischargeFromSec }) => dischargeFromSec)),
    toSec: Math.max(...own.map(({ dischargeToSec }) => dischargeToSec)),
  };
}

const minutesAbove = (sec: number): number => Math.max(0, Math.ceil(sec / 60));
