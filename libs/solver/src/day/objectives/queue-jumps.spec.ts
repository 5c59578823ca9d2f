import { aBusyDay, aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayProblem, priceDayPlan } from '../index.js';
import { findJumps } from '../queue/find-jumps.js';
import { queueJumps } from './queue-jumps.js';

const turn = (readySec: number, loadFromSec: number, isStarted = false) => ({
  readySec,
  queuesFromSec: readySec,
  line: 0,
  loadFromSec,
  loadToSec: loadFromSec + 1,
  isStarted,
  isFirstOfDay: false,
});
const pencilled = (readySec: number, loadFromSec: number) => ({
  ...turn(readySec, loadFromSec),
  queuesFromSec: null,
});
const jumpsOf = ({ plants }: ReturnType<typeof priceDayPlan>): number =>
  plants.reduce((sum, { queue_jumps }) => sum + queue_jumps!, 0);

/**
 * The small truck waits from the first hour on for the later order. The early one comes by a truck that
 * is there since then as well but lives far off, or by one that comes later and jumps.
 */
const aChoice = (jumpPerLoad: number): DayProblem => {
  const day = aDay();
  return aDay({
    queueOrder: 'preferred',
    weights: { ...day.weights, jumpPerLoad },
    trucks: [
      aTruck({ drumM3: 8 }),
      aTruck({ duty: hours(2.2, 14) }),
      aTruck({ endPlace: day.travel.places - 1 }),
    ],
    orders: [
      anOrder({ volumeM3: 10, firstToSec: 10_800 }),
      anOrder({ volumeM3: 8, firstFromSec: 12_000, firstToSec: 12_000 }),
    ],
  });
};
const solved = (day: DayProblem) => {
  const plan = solveSoundly(day, { seed: 1, spent: (step) => step / 60 });
  expect(checkDayPlan(day, plan)).toEqual([]);
  return priceDayPlan(day, plan);
};

describe('jumps of the queues as a goal', () => {
  it.each([
    { turns: [], jumps: 0, why: 'nobody comes' },
    { turns: [turn(0, 10), turn(5, 20)], jumps: 0, why: 'who came first loads first' },
    { turns: [turn(5, 10), turn(0, 20)], jumps: 1, why: 'one waits longer' },
    { turns: [turn(5, 10), turn(6, 20), turn(0, 30)], jumps: 2, why: 'two pass the same one' },
    { turns: [turn(5, 10), turn(0, 20), turn(1, 30)], jumps: 1, why: 'one passes two' },
    { turns: [turn(5, 10), turn(0, 10)], jumps: 0, why: 'two lines load at once' },
    { turns: [turn(0, 10), turn(0, 20)], jumps: 0, why: 'they came at once' },
    { turns: [turn(5, 10, true), turn(0, 20)], jumps: 0, why: 'it has begun already' },
    { turns: [turn(5, 10), pencilled(0, 20)], jumps: 0, why: 'who waits longer waits for a call' },
    { turns: [pencilled(5, 10), turn(0, 20)], jumps: 0, why: 'who is before waits for a call' },
  ])('are $jumps where $why', ({ turns, jumps }) => {
    expect(queueJumps.ofPlant(turns)).toBe(jumps);
    expect(queueJumps.ofPlant(turns.toReversed())).toBe(jumps);
  });

  it.each([1, 2, 3, 4])('are those that people are told of (day %i)', (seed) => {
    const day = aBusyDay(seed);
    const plan = solveSoundly(day, { seed, spent: (step) => step / 10 });

    expect(jumpsOf(priceDayPlan(day, plan))).toBe(findJumps(day, plan).length);
  });

  it.each([
    { queueOrder: 'preferred' as const, price: 5 },
    { queueOrder: 'strict' as const, price: 5 },
    { queueOrder: 'off' as const, price: 0 },
  ])('cost $price points each where the queue is $queueOrder', ({ queueOrder, price }) => {
    expect(queueJumps.price(aDay({ queueOrder }))).toBe(price);
  });

  it('are searched away at their price, and borne where that is dearer', () => {
    expect(jumpsOf(solved(aChoice(1_000)))).toBe(0);
    expect(jumpsOf(solved(aChoice(1)))).toBe(1);
  });
});
