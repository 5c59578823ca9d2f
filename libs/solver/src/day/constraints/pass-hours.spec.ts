import {
  aBusyDay,
  aDay,
  anOrder,
  aTruck,
  hours,
  throughZones,
} from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import {
  advanceDay,
  checkDayPlan,
  type DayPlan,
  type DayProblem,
  DayState,
  type DayTruck,
  explainUnserved,
  type Span,
} from '../index.js';

const HOUR = 3_600;
const DAY_SEC = 24 * HOUR;
const [plant] = aDay().plants;
const HOME = 0;
const OTHER = 5;
const SITE = 2;
const FAR_SITE = 4;
const IN_TOWN = { zone: 0, from: 0.4, to: 0.6 };

const solve = (day: DayProblem): DayPlan => solveSoundly(day, { seed: 1, spent: () => 1 });
const codes = (day: DayProblem, plan: DayPlan) => checkDayPlan(day, plan).map(({ code }) => code);
const served = ({ loads }: DayPlan) => [...new Set(loads.map(({ order }) => order))].toSorted();
/** A pass for all day, but for the moment at a second. */
const shutAt = (sec: number): Span[] => [
  { fromSec: -DAY_SEC, toSec: sec },
  { fromSec: sec, toSec: 2 * DAY_SEC },
];
const from = (plantAt: number) => [{ plant: plantAt, maxM3: Infinity }];

/** One truck, two plants at both ends of the road and two sites between; one way leads through the town. */
const dayOf = (
  [begin, end]: readonly [number, number],
  truck: Partial<DayTruck> = {},
  given: Partial<DayProblem> = {},
): DayProblem => {
  const day = aDay({
    plants: [plant!, { ...plant!, id: 'other', place: OTHER }],
    trucks: [aTruck(truck)],
    orders: [
      anOrder({ volumeM3: 8, place: SITE, sources: from(0) }),
      anOrder({
        volumeM3: 8,
        place: FAR_SITE,
        sources: from(1),
        firstFromSec: 6 * HOUR,
        firstToSec: 6 * HOUR + 900,
      }),
    ],
    ...given,
  });
  return { ...day, travel: throughZones(day.travel, [[begin, end, [IN_TOWN]]]) };
};
const withPass = (day: DayProblem, spans: readonly Span[]): DayProblem => ({
  ...day,
  trucks: day.trucks.map((truck) => ({ ...truck, zoneSpans: [spans] })),
});

const NO_RUSH = [hours(0, 4), hours(5, 7), hours(7.5, 24)];

/** Half of a way from its beginning on. */
const halfway = ({ travel }: DayProblem, begin: number, end: number, sec: number): number =>
  sec + travel.freeSec[begin * travel.places + end]! / 2;

describe('the hours of a pass', () => {
  describe('on the way from a site to another plant than the one that loaded the truck', () => {
    const day = dayOf([SITE, OTHER]);
    const plan = solve(day);
    const shut = withPass(day, shutAt(halfway(day, SITE, OTHER, plan.loads[0]!.leaveSec)));

    it('let it load there next', () => {
      expect(served(plan)).toEqual([0, 1]);
    });

    it('do not when the town lies on the way, and say so', () => {
      expect(checkDayPlan(shut, plan)).toMatchObject([{ code: 'pass_hours', order: 1 }]);
      expect(served(solve(shut))).toHaveLength(1);
    });

    it('mind no town on ways that it does not take', () => {
      const elsewhere = throughZones(day.travel, [[SITE, HOME, [IN_TOWN]]]);

      expect(served(solve({ ...shut, travel: elsewhere }))).toEqual([0, 1]);
    });

    it('stand in the way of what is left of the day once the first load is a fact', () => {
      const later = advanceDay(shut, plan, plan.loads[0]!.loadFromSec);
      const mended = replanSoundly(later.problem, later.plan, {
        seed: 1,
        orders: [0, 1],
        spent: () => 1,
      });

      expect(served(mended)).toEqual([0]);
      expect(explainUnserved(new DayState(later.problem), 1)!.codes).toEqual({ pass_hours: 1 });
    });
  });

  describe('on the way home', () => {
    const home = dayOf([SITE, OTHER], { endPlace: OTHER });
    const alone = { ...home, orders: home.orders.slice(0, 1) };
    const plan = solve(alone);
    const shutSec = halfway(alone, SITE, OTHER, plan.loads[0]!.leaveSec);

    it('are those of where its day ends', () => {
      const shut = withPass(alone, shutAt(shutSec));

      expect(checkDayPlan(shut, plan)).toMatchObject([{ code: 'pass_hours', order: 0 }]);
      // A load that comes a little later goes home a little later.
      expect(solve(shut).loads[0]?.leaveSec).not.toBe(plan.loads[0]!.leaveSec);
    });

    it('bind nobody to what has begun: it has to come home', () => {
      const shut = withPass(alone, shutAt(shutSec));
      const begun = advanceDay(shut, plan, plan.loads[0]!.loadFromSec + 1);

      expect(codes(begun.problem, begun.plan)).toEqual([]);
    });
  });

  describe('on the empty way to the plant that loads first', () => {
    const day = dayOf([HOME, OTHER]);
    const alone = { ...day, orders: day.orders.slice(1) };
    const plan = solve(alone);
    const [load] = plan.loads;
    const wayHalfSec = load!.loadFromSec - 1_500;
    const shut = withPass(alone, shutAt(wayHalfSec));

    it('let it set out in time for its load', () => {
      expect(served(plan)).toEqual([0]);
      expect(served(solve(withPass(alone, shutAt(load!.loadFromSec - 2_900))))).toEqual([0]);
    });

    it('do not when it comes through the town, and say so', () => {
      expect(checkDayPlan(shut, plan)).toMatchObject([{ code: 'pass_hours', order: 0 }]);
      expect(solve(shut).loads[0]?.loadFromSec).not.toBe(load!.loadFromSec);
    });

    it('say nothing where the zones on it are not known', () => {
      const { crossings: _unknown, ...travel } = shut.travel;

      expect(codes({ ...shut, travel }, plan)).toEqual([]);
    });

    it('count from where it stands, and from now on, when it is sent there on a running day', () => {
      const nowSec = load!.loadFromSec - 1_800;
      const orders = [{ ...alone.orders[0]!, firstToSec: 7 * HOUR }];
      const late = { ...alone, orders, nowSec };
      const sentAt = solve(late).loads[0]!;
      const halfSec = nowSec + 1_500;

      expect(sentAt.loadFromSec).toBe(nowSec + 3_000);
      expect(codes(withPass(late, shutAt(halfSec)), { loads: [sentAt], pumpJobs: [] })).toEqual([
        'pass_hours',
      ]);
      expect(solve(withPass(late, shutAt(halfSec))).loads[0]?.loadFromSec).not.toBe(
        sentAt.loadFromSec,
      );
    });

    it('are a fact for who was told to load there and is on his way', () => {
      const told = { truck: 0, plant: 1, loadToSec: load!.loadToSec };
      const orders = [{ ...alone.orders[0]!, released: [told] }];
      const before = { ...shut, orders, nowSec: wayHalfSec - 1_800 };
      const onWay = { ...shut, orders, nowSec: wayHalfSec - 600 };

      expect(codes(before, plan)).toEqual(['pass_hours']);
      expect(codes(onWay, plan)).toEqual([]);
      const mended = replanSoundly(onWay, plan, { seed: 1, orders: [0], spent: () => 1 });
      expect(mended.loads).toEqual(plan.loads);
    });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'are kept while pours are taken out and put in again (%i)',
    (seed) => {
      const day = dayThroughTown(seed);
      const plan = solveSoundly(day, { seed, spent: (step) => step / 60 });
      const { problem, plan: earlier } = advanceDay(day, plan, 4 * HOUR);
      const orders = problem.orders.map((_, order) => order);
      const mended = replanSoundly(problem, earlier, { seed, orders, spent: (step) => step / 20 });

      expect(mended.loads.length).toBeGreaterThan(0);
    },
  );
});

/** A busy day whose trucks work for both plants, and on which every other way leads through the town. */
function dayThroughTown(seed: number): DayProblem {
  const day = aBusyDay(seed);
  const places = Array.from({ length: day.travel.places }, (_, place) => place);
  return {
    ...day,
    trucks: day.trucks.map((truck, index) => ({
      ...truck,
      worksFor: [0, 1],
      zoneSpans: [index % 3 === 0 ? NO_RUSH : [hours(0, 24)]],
    })),
    travel: throughZones(
      day.travel,
      places.flatMap((begin) =>
        places
          .filter((end) => (begin + end + seed) % 2 === 0)
          .map((end) => [begin, end, [{ zone: 0, from: 0.1, to: 0.9 }]] as const),
      ),
    ),
  };
}
