import { checkPourPlan } from './check/check-pour-plan.js';
import type { PourPlan } from './plan/pour-plan.js';
import type { PourProblem } from './problem/pour-problem.js';
import { seededRandom } from '@tongyun/kernel';
import { solvePours } from './solve-pours.js';

/** A made-up day on a 60 × 60 min map with one plant in its middle. */
function aDay(seed: number, { trucks = 4, pours = 15 } = {}): PourProblem {
  const random = seededRandom(seed);
  const whole = (most: number) => Math.floor(random() * most);
  const places = Array.from({ length: pours }, () => ({ x: whole(60), y: whole(60) }));
  const toPlant = places.map(({ x, y }) => Math.ceil(Math.hypot(x - 30, y - 30)));
  return {
    trucks: Array.from({ length: trucks }, (_, nth) => {
      const size = 10 + 5 * (nth % 3);
      return { id: `t${nth}`, capacityM3: size, dischargeMin: size };
    }),
    pours: places.map((_, nth) => {
      const demandM3 = 10 + 5 * whole(12);
      const fromMin = 60 + 10 * whole(40);
      return { id: `p${nth}`, demandM3, fromMin, toMin: fromMin + demandM3 + 20 + whole(60) };
    }),
    tripMin: toPlant.map((from) => toPlant.map((to) => from + to)),
    firstTripMin: toPlant,
    maxGapMin: 5,
  };
}
const steps = (count: number) => (step: number) => step / count;

describe('solvePours', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps every rule on a made-up day, no. %i', (seed) => {
    const day = aDay(seed, { trucks: 2 + (seed % 4), pours: 10 + 4 * seed });
    const better: PourPlan[] = [];

    const plan = solvePours(day, {
      seed,
      spent: steps(150),
      onBetter: (found) => better.push(found),
    });

    expect(checkPourPlan(day, plan)).toEqual([]);
    expect(better.flatMap((found) => checkPourPlan(day, found))).toEqual([]);
    expect(better.at(-1)).toEqual(plan);
    expect(plan.servedM3).toBeGreaterThan(0);
  });

  it('gives the same plan for the same seed and number of steps', () => {
    const [one, other] = [1, 2].map(() => solvePours(aDay(3), { seed: 7, spent: steps(100) }));

    expect(one).toEqual(other);
  });

  it.each([
    [1, 405],
    [2, 430],
    [3, 495],
    [4, 475],
    [5, 405],
    [6, 390],
  ])('serves as much as ever for the same seed and steps (%i)', (seed, servedM3) => {
    const plan = solvePours(aDay(seed, { pours: 26 }), { seed, spent: steps(150) });

    expect(plan.servedM3).toBe(servedM3);
  });

  it('stops as soon as it is told to, with the best plan so far', () => {
    const asked: number[] = [];
    const plan = solvePours(aDay(4), {
      seed: 1,
      spent: (step) => {
        asked.push(step);
        return step === 2 ? 1 : 0;
      },
    });

    expect(asked).toEqual([0, 1, 2]);
    expect(checkPourPlan(aDay(4), plan)).toEqual([]);
  });

  it('plans many short deliveries of one truck, a day long', () => {
    const day: PourProblem = {
      trucks: [{ id: 't', capacityM3: 1, dischargeMin: 1 }],
      pours: [{ id: 'p', demandM3: 300, fromMin: 0, toMin: 1_000 }],
      tripMin: [[1]],
      firstTripMin: [0],
      maxGapMin: 1,
    };
    const plan = solvePours(day, { seed: 1, spent: steps(1) });

    expect(checkPourPlan(day, plan)).toEqual([]);
    expect(plan.deliveries).toHaveLength(300);
  });

  it('refuses a problem that is not of whole numbers', () => {
    const day = { ...aDay(1), maxGapMin: 2.5 };

    expect(() => solvePours(day, { seed: 1, spent: steps(1) })).toThrow('maxGapMin 2.5');
  });

  it('stops by itself once everything is served', () => {
    const easy = aDay(5, { trucks: 8, pours: 1 });

    expect(solvePours(easy, { seed: 1, spent: () => 0 }).servedM3).toBe(easy.pours[0]!.demandM3);
  });

  /**
   *        60        70    76        86
   *  a     [= 10 m³ =]                       ready at 60
   *  b                     [= 10 m³ =]       ready at 76: 6 minutes behind a's end, 5 are allowed
   */
  it('puts a delivery off so that a later truck can join', () => {
    const day: PourProblem = {
      trucks: ['a', 'b'].map((id) => ({ id, capacityM3: 10, dischargeMin: 10 })),
      pours: [
        { id: 'wide', demandM3: 20, fromMin: 60, toMin: 90 },
        { id: 'before', demandM3: 10, fromMin: 26, toMin: 36 },
        { id: 'at once', demandM3: 10, fromMin: 26, toMin: 36 },
      ],
      tripMin: [
        [40, 40, 40],
        [40, 40, 40],
        [24, 40, 40],
      ],
      firstTripMin: [10, 10, 10],
      maxGapMin: 5,
    };
    const plan = solvePours(day, { seed: 1, spent: steps(200) });

    expect(checkPourPlan(day, plan)).toEqual([]);
    expect(plan.servedM3).toBe(40);
    expect(plan.deliveries.filter(({ pour }) => pour === 0).map((it) => it.startMin)).toEqual([
      61, 76,
    ]);
  });
});
