import { between, pick, seededRandom } from '@tongyun/kernel';
import { aDay, anOrder, aTruck } from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import { advanceDay, checkDayPlan, type DayPlan, type DayProblem, withJams } from '../index.js';

const HOUR = 3_600;
const solve = (day: DayProblem, seed = 1): DayPlan =>
  solveSoundly(day, { seed, spent: (step) => step / 40 });

/** Plants at both ends of the road, and drivers who need a rest between almost any two trips. */
function aDayOfLongWays(seed: number): DayProblem {
  const random = seededRandom(seed);
  const day = aDay();
  const [plant] = day.plants;
  return {
    ...day,
    plants: [plant!, { ...plant!, id: 'other', place: 7 }],
    trucks: Array.from({ length: 6 }, () => aTruck()),
    limits: { ...day.limits, drivingMaxSec: between(random, 1, 1.4) * HOUR },
    orders: Array.from({ length: 8 }, () => {
      const firstFromSec = Math.round(between(random, 1.5, 9) * 12) * 300;
      return anOrder({
        place: 1 + Math.floor(random() * 6),
        volumeM3: Math.round(between(random, 6, 25)),
        dischargeSecPerM3: 60,
        firstFromSec,
        firstToSec: firstFromSec + HOUR,
        sources: [{ plant: pick(random, [0, 1]), maxM3: Infinity }],
      });
    }),
  };
}

describe('driving hours', () => {
  it.each([22, 98, 122, 152])(
    'are kept when a trip is taken out and its rests with it (day %i)',
    (seed) => {
      const day = aDayOfLongWays(seed);

      expect(checkDayPlan(day, solve(day, seed))).toEqual([]);
    },
  );

  describe('of a truck that stands just long enough between two trips', () => {
    /** A way takes 1,200.48 s, and whoever plans says 1,200; the rest at the plant is to be as long as that. */
    const { travel, limits } = aDay();
    const trips = (secondAtSec: number): DayProblem =>
      aDay({
        travel: { ...travel, freeSec: travel.freeSec.map((sec) => sec * 1.0004) },
        trucks: [aTruck()],
        limits: { ...limits, drivingMaxSec: 3_000 },
        orders: [3 * HOUR, secondAtSec].map((sec) =>
          anOrder({ volumeM3: 10, dischargeSecPerM3: 60, firstFromSec: sec, firstToSec: sec }),
        ),
      });
    const JUST_SEC = 15_300;

    it('are kept to the whole second, by search and checker alike', () => {
      const plan = solve(trips(JUST_SEC));

      expect(plan.loads).toHaveLength(2);
      expect(checkDayPlan(trips(JUST_SEC), plan)).toEqual([]);
    });

    it('are not when it is two seconds less', () => {
      const plan = solve(trips(JUST_SEC));
      const earlier = {
        ...plan,
        loads: plan.loads.map((load) =>
          load.order === 0 ? load : { ...load, loadToSec: load.loadToSec - 2 },
        ),
      };

      expect(solve(trips(JUST_SEC - 2)).loads).toHaveLength(1);
      expect(checkDayPlan(trips(JUST_SEC), earlier)).toContainEqual(
        expect.objectContaining({ code: 'driving_hours', order: 1 }),
      );
    });
  });

  it('that a jam has made too long already are a fact: after a rest the driver goes on', () => {
    const later = { firstFromSec: 8 * HOUR, firstToSec: 9 * HOUR };
    const day = aDay({
      trucks: [aTruck()],
      limits: { ...aDay().limits, drivingMaxSec: 3_000 },
      orders: [anOrder({ volumeM3: 10 }), anOrder({ volumeM3: 10, ...later })],
    });
    const { problem, plan } = advanceDay(day, solve(day), 4 * HOUR);
    const jam = { fromSec: 2 * HOUR, toSec: 4 * HOUR, places: [2], factor: 3 };
    const jammed = { ...problem, travel: withJams(problem.travel, [jam]) };
    const mended = replanSoundly(jammed, plan, { seed: 1, orders: [0, 1], spent: () => 1 });

    expect(mended.loads.map(({ order, started }) => [order, started])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(checkDayPlan(jammed, mended)).toEqual([]);
  });
});
