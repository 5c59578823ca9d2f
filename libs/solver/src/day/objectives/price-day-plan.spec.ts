import { aBusyDay, aDay, anOrder, aTruck } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { DayState, priceDayPlan } from '../index.js';

describe('the price of a plan', () => {
  it.each([
    [1, 'off'],
    [2, 'preferred'],
    [3, 'strict'],
    [4, 'preferred'],
  ] as const)('is what the search counts (day %i, queues %s)', (seed, queueOrder) => {
    const day = { ...aBusyDay(seed), queueOrder };
    const plan = solveSoundly(day, { seed, spent: (step) => step / 30 });
    const state = new DayState(day);
    for (const order of state.open) {
      const loads = plan.loads.filter((load) => load.order === order);
      const pumpJobs = plan.pumpJobs.filter((job) => job.order === order);
      if (loads.length > 0) state.restore({ order, loads, pumpJobs });
    }

    expect(priceDayPlan(day, plan).points).toBeCloseTo(state.cost(), 3);
    const [first] = state.open.filter((order) => state.chains[order] !== null);
    const chain = state.chains[first!]!;
    const before = state.cost();
    state.unserve(first!);
    state.cost();
    state.restore(chain);
    expect(state.cost()).toBeCloseTo(before, 3);
  });

  it.each([
    ['plantWaitPerMin', 'plants', 'waiting_at_plant'],
    ['wastePerM3', 'orders', 'waste'],
    ['fairnessPerHour2', 'trucks', 'fairness_hours'],
  ] as const)('counts %s for each unit of its goal', (weight, by, goal) => {
    const day = aBusyDay(1);
    const plan = solveSoundly(day, { seed: 1, spent: () => 1 });
    const priced = (points: number) =>
      priceDayPlan({ ...day, weights: { ...day.weights, [weight]: points } }, plan);
    const units = priced(0)[by].reduce((sum, one) => sum + (one[goal] ?? 0), 0);

    expect(units).toBeGreaterThan(0);
    expect(priced(7).points - priced(0).points).toBeCloseTo(7 * units, 3);
  });

  it('is all that nobody brings for an empty plan', () => {
    const day = aDay();
    const price = priceDayPlan(day, { loads: [], pumpJobs: [] });

    expect(price.points).toBe(new DayState(day).cost());
    expect(price.unservedPoints).toBe(price.points);
  });

  it('tells apart what differs from what people were told', () => {
    const day = aDay({ trucks: [aTruck(), aTruck()], orders: [anOrder({ volumeM3: 10 })] });
    const plan = solveSoundly(day, { seed: 1, spent: () => 1 });
    const [load] = plan.loads;
    const told = [{ truck: 1 - load!.truck, plant: 0, loadToSec: load!.loadToSec }];
    const other = { ...day, orders: [{ ...day.orders[0]!, released: told }] };

    expect(priceDayPlan(day, plan).changePoints).toBe(0);
    expect(priceDayPlan(other, plan)).toMatchObject({
      changePoints: day.weights.changePerLoad,
      orders: [expect.objectContaining({ change: 1 })],
    });
  });

  it('counts no change of when a truck leaves that nobody is told of, however long it loads', () => {
    const day = aDay({ trucks: [aTruck()], orders: [anOrder({ volumeM3: 10 })] });
    const plan = solveSoundly(day, { seed: 1, spent: () => 1 });
    const [load] = plan.loads;
    const changesWhenTold = (loadToSec: number): number => {
      const released = [{ truck: load!.truck, plant: 0, loadToSec }];
      const told = { ...day, orders: [{ ...day.orders[0]!, released }] };
      return priceDayPlan(told, plan).orders[0]!['change'] ?? 0;
    };
    const { unnoticedSec } = day.limits;

    expect(changesWhenTold(load!.loadToSec + unnoticedSec)).toBe(0);
    expect(changesWhenTold(load!.loadToSec - unnoticedSec)).toBe(0);
    expect(changesWhenTold(load!.loadToSec + unnoticedSec + 1)).toBe(1);
  });
});
