import { aDay, anOrder, aTruck } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayProblem, priceDayPlan } from '../index.js';

const solved = (day: DayProblem) => {
  const plan = solveSoundly(day, { seed: 1, spent: (step) => step / 150 });
  expect(checkDayPlan(day, plan)).toEqual([]);
  return { plan, price: priceDayPlan(day, plan) };
};

const pour = (place: number, hour: number) =>
  anOrder({ volumeM3: 10, place, firstFromSec: hour * 3_600, firstToSec: hour * 3_600 });
/** Two far pours and two near ones, far enough apart for one truck to bring two of a kind. */
const aMixedDay = (fairnessPerHour2: number): DayProblem => {
  const day = aDay();
  return aDay({
    weights: { ...day.weights, fairnessPerHour2 },
    trucks: [aTruck(), aTruck()],
    orders: [pour(6, 3), pour(1, 3), pour(6, 7), pour(1, 7)],
  });
};
const hoursOf = (day: DayProblem): number[] =>
  solved(day).price.trucks.map(({ fairness_hours }) => Math.sqrt(fairness_hours!));

describe('fairness of hours', () => {
  it('counts loading, driving, the site, the ways and washing, squared, and no standing at the plant', () => {
    const order = anOrder({ volumeM3: 10, place: 2 });
    const day = aDay({ trucks: [aTruck()], orders: [order] });
    const { plan, price } = solved(day);
    const [load] = plan.loads;
    const sec = load!.leaveSec - load!.loadFromSec + 2 * 600 + day.limits.washSec;

    expect(price.trucks).toEqual([expect.objectContaining({ fairness_hours: (sec / 3_600) ** 2 })]);
  });

  it('is nothing for a truck that stays at home', () => {
    const { price } = solved(aDay({ orders: [anOrder({ volumeM3: 10 })] }));

    expect(price.trucks.filter(({ fairness_hours }) => fairness_hours === 0)).toHaveLength(2);
  });

  it('gives who was sent far a near site next, where it has a price', () => {
    const [one, other] = hoursOf(aMixedDay(10));

    expect(one).toBeCloseTo(other!, 6);
  });
});
