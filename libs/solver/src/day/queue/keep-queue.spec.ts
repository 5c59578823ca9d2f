import { aBusyDay, aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import { advanceDay, checkDayPlan, type DayPlan, type DayProblem, listJumps } from '../index.js';
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

const soon = (step: number): number => step / 4;

/** A day whose plants, trucks and pumps are of one enterprise, and may bring whatever is ordered. */
const asOne = (busy: DayProblem): DayProblem => ({
  ...busy,
  plants: busy.plants.map((plant) => ({ ...plant, enterprise: 0 })),
  trucks: busy.trucks.map((truck) => ({ ...truck, enterprise: 0, worksFor: [0] })),
  pumps: busy.pumps.map((pump) => ({ ...pump, enterprise: 0, worksFor: [0] })),
  orders: busy.orders.map((order) => ({
    ...order,
    sources: busy.plants.map((_, plant) => ({ plant, maxM3: Infinity })),
  })),
});

/** The first load is brought by one of them, the second by the other. */
const broughtFirstBy = (problem: DayProblem, first: number): DayPlan => {
  const plan = solve(withQueue(problem, 'off'));
  const loads = plan.loads.map((load) => ({
    ...load,
    truck: load.order === 0 ? first : 1 - first,
  }));
  return { ...plan, loads };
};
const codesOf = (problem: DayProblem, plan: DayPlan) =>
  checkDayPlan(problem, plan).map(({ code }) => code);

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

  it.each([1, 2, 3, 4])('is kept on a running day of two plants (day %i)', (seed) => {
    const strict = withQueue(asOne(aBusyDay(seed)), 'strict');
    const whole = solve(strict);

    for (const nowSec of [7_200, 14_400, 21_600]) {
      const { problem, plan } = advanceDay(strict, whole, nowSec);
      const isDown = plan.loads.find(({ started }) => !started)!.truck;
      const trucks = problem.trucks.map((truck, index) =>
        index === isDown ? { ...truck, forbidden: ['broken_down'] } : truck,
      );
      const untold = problem.orders.map((order) => ({ ...order, released: [] }));
      for (const orders of [problem.orders, untold]) {
        const replanning = { seed, orders: orders.map((_, at) => at), spent: soon };
        const mended = replanSoundly({ ...problem, trucks, orders }, plan, replanning);
        expect(mended.loads.length).toBeGreaterThan(0);
      }
    }
  });

  describe('of a truck that is sent from another plant', () => {
    const HOUR = 3_600;
    const [here] = day.plants;
    /** Fifty minutes from the plant where the first truck has been standing since midnight. */
    const there = { ...here!, id: 'there', place: 5 };
    const sources = [{ plant: 1, maxM3: Infinity }];
    const wanted = (firstFromSec: number) =>
      anOrder({ place: 3, volumeM3: 10, firstFromSec, firstToSec: firstFromSec, sources });
    const sent: DayProblem = {
      ...withQueue(day, 'strict'),
      nowSec: 3 * HOUR,
      plants: [here!, there],
      trucks: [aTruck({ duty: hours(0, 14) }), aTruck({ startPlace: 5, duty: hours(3.5, 14) })],
      orders: [wanted(4.5 * HOUR), wanted(5 * HOUR)],
    };

    it('begins when it is there, not when it might have been', () => {
      const later = broughtFirstBy(sent, 1);
      const sooner = broughtFirstBy(sent, 0);

      expect(codesOf(sent, later)).toEqual([]);
      expect(listJumps(sent, later)).toEqual([]);
      expect(codesOf(sent, sooner)).toEqual(['queue_order']);
      expect(trucksOf(keepQueue(sent, sooner))).toEqual([1, 0]);
    });

    it('begins when it was told to load at the latest, where it was told to', () => {
      const toldSec = broughtFirstBy(sent, 0).loads.find(({ order }) => order === 1)!.loadToSec;
      const released = [{ truck: 0, plant: 1, loadToSec: toldSec }];
      const problem = { ...sent, orders: [sent.orders[0]!, { ...sent.orders[1]!, released }] };
      const plan = broughtFirstBy(problem, 1);

      expect(codesOf(problem, plan)).toEqual([]);
      expect(listJumps(problem, plan)).toEqual([]);
    });

    it('begins at home when it is told to load there and not where it was told to', () => {
      const released = [{ truck: 0, plant: 1, loadToSec: 5 * HOUR }];
      const atHome = [{ plant: 0, maxM3: Infinity }];
      const [first, second] = sent.orders.map((order) => ({ ...order, sources: atHome }));
      const problem = {
        ...sent,
        trucks: [sent.trucks[0]!, aTruck({ duty: hours(2, 14) })],
        orders: [{ ...first!, released }, second!],
      };
      const plan = broughtFirstBy(problem, 1);

      expect(codesOf(problem, plan)).toEqual([]);
      expect(listJumps(problem, plan)).toEqual([]);
      expect(trucksOf(keepQueue(problem, plan))).toEqual([1, 0]);
    });
  });
});
