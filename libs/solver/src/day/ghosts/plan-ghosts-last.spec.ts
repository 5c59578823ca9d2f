import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan } from '../check/check-day-plan.js';
import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { listJumps } from '../queue/keep-queue.js';
import { planGhostsLast } from './plan-ghosts-last.js';

const STEPS = 200;
const solve = (problem: DayProblem): DayPlan =>
  solveSoundly(problem, { seed: 1, spent: (step) => step / STEPS });
const plan = (problem: DayProblem): DayPlan => planGhostsLast(problem, solve, solve);
const quickly = (problem: DayProblem): DayPlan =>
  solveSoundly(problem, { seed: 1, spent: (step) => step / 20 });
const loadsOf = ({ loads }: DayPlan, order: number) => loads.filter((load) => load.order === order);

const shortDay = (orders: DayProblem['orders']) =>
  aDay({ trucks: [aTruck(), aTruck({ duty: hours(0, 8) })], orders });

const truck = tuple(integer({ min: 0, max: 3 }), integer({ min: 0, max: 2 })).map(
  ([startPlace, fromHour]) => aTruck({ startPlace, duty: hours(fromHour, 14) }),
);
const order = tuple(
  integer({ min: 1, max: 5 }),
  integer({ min: 8, max: 28 }),
  integer({ min: 30, max: 90 }),
).map(([place, volumeM3, atFiveMin]) => {
  const firstFromSec = 300 * atFiveMin;
  return anOrder({ place, volumeM3, firstFromSec, firstToSec: firstFromSec + 3_600 });
});
/** Four trucks, and every other order waits for a call. */
const daysWithGhosts = tuple(
  array(truck, { minLength: 4, maxLength: 4 }),
  array(order, { minLength: 4, maxLength: 4 }),
).map(([trucks, orders]) =>
  aDay({
    trucks,
    orders: orders.map((it, index) => ({ ...it, priority: index % 2 === 0 ? 1 : 2 })),
  }),
);

describe('orders that wait for a call', () => {
  const sure = anOrder({ id: 'sure', volumeM3: 30 });
  const ghost = anOrder({ id: 'ghost', place: 3, priority: 2, volumeM3: 20 });

  it('change nothing of what is sure', () => {
    const alone = plan(aDay({ orders: [sure] }));

    const both = plan(aDay({ orders: [sure, ghost] }));

    expect(loadsOf(both, 0)).toEqual(loadsOf(alone, 0));
    expect(checkDayPlan(aDay({ orders: [sure, ghost] }), both)).toEqual([]);
  });

  it('take a truck that is left over, and not one that is needed', () => {
    const later = { ...ghost, firstFromSec: 5 * 3_600, firstToSec: 6 * 3_600 };
    const shared = { trucks: [aTruck(), aTruck()], orders: [sure, later] };

    const served = plan(aDay(shared));
    const short = plan(aDay({ ...shared, trucks: [aTruck({ duty: hours(2, 6) })] }));

    expect(loadsOf(served, 1).reduce((sum, { m3 }) => sum + m3, 0)).toBe(20);
    expect(checkDayPlan(aDay(shared), served)).toEqual([]);
    expect(loadsOf(short, 1)).toEqual([]);
  });

  it('stay out where a sure order is wanted later than they are, yet needs the truck', () => {
    const late = anOrder({ id: 'late', firstFromSec: 4 * 3_600, firstToSec: 5 * 3_600 });
    const early = { ...ghost, firstFromSec: 3.5 * 3_600, firstToSec: 4.5 * 3_600, volumeM3: 60 };

    const both = plan(shortDay([early, late]));

    expect(loadsOf(both, 1).map(({ loadFromSec }) => loadFromSec)).toEqual(
      loadsOf(plan(shortDay([late])), 0).map(({ loadFromSec }) => loadFromSec),
    );
    expect(checkDayPlan(shortDay([early, late]), both)).toEqual([]);
  });

  it('are real on the call: then they are served like any other', () => {
    const called = { ...ghost, priority: 1 as const };
    const day = aDay({ orders: [called] });

    expect(loadsOf(plan(day), 0)).toEqual(loadsOf(solve(day), 0));
  });

  it('keep what has begun of them', () => {
    const begun = solve(aDay({ orders: [ghost] })).loads[0]!;
    const held = { ...ghost, started: [begun] };

    const both = plan(aDay({ orders: [sure, held] }));

    expect(loadsOf(both, 1)[0]).toMatchObject({ started: true, truck: begun.truck });
    expect(checkDayPlan(aDay({ orders: [sure, held] }), both)).toEqual([]);
  });

  it('stand in no queue: what is sure keeps its order beside them, and none of it changes', () => {
    assert(
      property(daysWithGhosts, constantFrom('strict', 'preferred'), (day, queueOrder) => {
        const queued: DayProblem = { ...day, queueOrder };
        const isSure = (index: number): boolean => day.orders[index]!.priority === 1;
        const alone = quickly({
          ...queued,
          orders: day.orders.map((it, index) => (isSure(index) ? it : { ...it, volumeM3: 0 })),
        });

        const both = planGhostsLast(queued, quickly, quickly);

        expect(checkDayPlan(queued, both)).toEqual([]);
        expect(both.loads.filter((load) => isSure(load.order))).toEqual(alone.loads);
        expect(listJumps(queued, both)).toEqual(listJumps(queued, alone));
      }),
      { numRuns: 40 },
    );
  });
});
