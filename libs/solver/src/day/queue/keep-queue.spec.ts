import { aBusyDay, aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayPlan, type DayProblem, listJumps } from '../index.js';
import { findJumps } from './find-jumps.js';
import { keepQueue } from './keep-queue.js';

const solve = (day: DayProblem) => solveSoundly(day, { seed: 1, spent: (step) => step / 20 });
const withQueue = (day: DayProblem, queueOrder: DayProblem['queueOrder']): DayProblem =>
  queueOrder === undefined ? day : { ...day, queueOrder };

/** Two trucks, the first on duty an hour before the other, each with a load: the second loads first. */
const day = aDay({
  trucks: [aTruck({ duty: hours(0, 14) }), aTruck({ duty: hours(1, 14) })],
  orders: [
    anOrder({ volumeM3: 10, firstFromSec: 10_800 }),
    anOrder({ volumeM3: 10, firstFromSec: 14_400, firstToSec: 18_000 }),
  ],
});
function inTheWrongOrder(): DayPlan {
  const plan = solve(day);
  return {
    ...plan,
    loads: plan.loads.map((load) => ({ ...load, truck: load.order === 0 ? 1 : 0 })),
  };
}
const trucksOf = ({ loads }: DayPlan) => loads.map(({ truck }) => truck);

describe('the order of the queue at a plant', () => {
  const jumping = inTheWrongOrder();
  const faults = (queueOrder: DayProblem['queueOrder']) =>
    checkDayPlan(withQueue(day, queueOrder), jumping).map(({ code }) => code);

  it('is given back to who came first, at the same times', () => {
    const strict = withQueue(day, 'strict');
    const kept = keepQueue(strict, jumping);

    expect(trucksOf(jumping)).toEqual([1, 0]);
    expect(trucksOf(kept)).toEqual([0, 1]);
    expect(kept.loads.map(({ loadFromSec }) => loadFromSec)).toEqual(
      jumping.loads.map(({ loadFromSec }) => loadFromSec),
    );
    expect(checkDayPlan(strict, kept)).toEqual([]);
  });

  it('is a rule of the checker where it is strict, and nowhere else', () => {
    expect(faults('strict')).toEqual(['queue_order']);
    expect(faults('preferred')).toEqual([]);
    expect(faults('off')).toEqual([]);
  });

  it('is left where it is off', () => {
    expect(keepQueue(withQueue(day, 'off'), jumping)).toEqual(jumping);
    expect(listJumps(day, jumping)).toEqual([]);
  });

  it('is jumped with the rule as reason where who came first may not', () => {
    const small = withQueue(
      { ...day, trucks: [{ ...day.trucks[0]!, drumM3: 10 }, day.trucks[1]!] },
      'strict',
    );
    const barred = { ...small, trucks: [{ ...small.trucks[0]!, drumM3: 8 }, small.trucks[1]!] };
    const plan = {
      ...jumping,
      loads: jumping.loads.map((load) => (load.order === 1 ? { ...load, m3: 8 } : load)),
    };
    const problem = {
      ...barred,
      orders: [barred.orders[0]!, { ...barred.orders[1]!, volumeM3: 8 }],
    };

    expect(keepQueue(problem, plan)).toEqual(plan);
    expect(listJumps(problem, plan).map(({ reason }) => reason)).toEqual(['drum']);
    expect(checkDayPlan(problem, plan)).toEqual([]);
  });

  it('is jumped where drivers were told so', () => {
    const [first, second] = day.orders;
    const told = {
      ...withQueue(day, 'strict'),
      orders: [
        { ...first!, released: [{ truck: 1, plant: 0, loadToSec: jumping.loads[0]!.loadToSec }] },
        second!,
      ],
    };

    expect(listJumps(told, jumping).map(({ reason }) => reason)).toEqual(['released']);
    expect(checkDayPlan(told, jumping)).toEqual([]);
  });

  it.each([1, 2, 3, 4])('is kept on a busy day, every jump with its reason (day %i)', (seed) => {
    const strict = withQueue(aBusyDay(seed), 'strict');
    const plan = solve(strict);

    expect(checkDayPlan(strict, plan)).toEqual([]);
    expect(listJumps(strict, plan)).toHaveLength(findJumps(strict, plan).length);
    expect(findJumps(strict, plan).length).toBeLessThanOrEqual(
      findJumps(strict, solve(aBusyDay(seed))).length,
    );
  });
});
