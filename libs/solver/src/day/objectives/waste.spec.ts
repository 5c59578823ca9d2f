import { aDay, anOrder, aPump, aTruck } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import {
  advanceDay,
  checkDayPlan,
  type DayOrder,
  type DayProblem,
  priceDayPlan,
} from '../index.js';

const aDayOf = (drumsM3: readonly number[], order: Partial<DayOrder>, wastePerM3 = 0.5) =>
  aDay({
    weights: { ...aDay().weights, wastePerM3 },
    trucks: drumsM3.map((drumM3) => aTruck({ drumM3 })),
    pumps: [aPump()],
    orders: [anOrder(order)],
  });
const solved = (day: DayProblem) => {
  const plan = solveSoundly(day, { seed: 1, spent: (step) => step / 100 });
  expect(checkDayPlan(day, plan)).toEqual([]);
  return { drums: plan.loads.map(({ truck }) => day.trucks[truck]!.drumM3), plan };
};
const wasteOf = (day: DayProblem): number =>
  priceDayPlan(day, solved(day).plan).orders[0]!['waste']!;

describe('waste', () => {
  it.each([
    { drums: [10, 10, 10], volumeM3: 30, m3: 0, why: 'every drum is full' },
    { drums: [10, 10, 10], volumeM3: 24, m3: 6, why: 'the last drum is not' },
    { drums: [12, 12, 10, 10, 10], volumeM3: 24, m3: 0, why: 'two drums fit what three do not' },
    { drums: [10, 10, 12, 4], volumeM3: 24, m3: 0, why: 'a small drum takes what is left' },
    { drums: [8, 8, 8, 9, 9], volumeM3: 24, m3: 0, why: 'small drums fit better than large' },
  ])('is $m3 m³ where $why', ({ drums, volumeM3, m3 }) => {
    expect(wasteOf(aDayOf(drums, { volumeM3 }, 50))).toBeCloseTo(m3, 6);
  });

  it('is no mortar for a pump', () => {
    const order = { volumeM3: 20, pumps: 1, reachM: 30, primingM3: 1 };

    expect(wasteOf(aDayOf([10, 10, 10], order))).toBe(0);
  });

  it('is nothing of what has begun', () => {
    const day = aDayOf([10, 10, 10], { volumeM3: 24 });
    const begun = advanceDay(day, solved(day).plan, Number.MAX_SAFE_INTEGER);

    expect(priceDayPlan(begun.problem, begun.plan).orders[0]!['waste']).toBe(0);
  });
});
