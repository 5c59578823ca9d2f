import {
  aBusyDay,
  aDay,
  anOrder,
  aPump,
  aTruck,
  hours,
  throughZones,
} from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import {
  advanceDay,
  checkDayPlan,
  type DayOrder,
  type DayPlan,
  type DayProblem,
  type DayPump,
  DayState,
  explainUnserved,
  type Span,
} from '../index.js';

const HOUR = 3_600;
const YARD = 0;
const OTHER_YARD = 7;
const SITE = 2;
const NEXT_SITE = 4;
const IN_TOWN = { zone: 0, from: 0.4, to: 0.6 };

const solve = (day: DayProblem): DayPlan => solveSoundly(day, { seed: 1, spent: () => 1 });
const served = ({ loads }: DayPlan) => [...new Set(loads.map(({ order }) => order))].toSorted();
/** A pass for all day, but for the moment at a second. */
const shutAt = (sec: number): Span[] => [
  { fromSec: 0, toSec: sec },
  { fromSec: sec, toSec: 48 * HOUR },
];

const pumped = (place: number, hour: number, given: Partial<DayOrder> = {}): DayOrder =>
  anOrder({
    place,
    volumeM3: 8,
    pumps: 1,
    reachM: 30,
    firstFromSec: hour * HOUR,
    firstToSec: hour * HOUR,
    ...given,
  });

/** One pump for two pours one after the other; one way leads through the town. */
const dayOf = (
  [begin, end]: readonly [number, number],
  pump: Partial<DayPump> = {},
  orders: readonly DayOrder[] = [pumped(SITE, 3), pumped(NEXT_SITE, 7)],
): DayProblem => {
  const day = aDay({ pumps: [aPump(pump)], orders });
  return { ...day, travel: throughZones(day.travel, [[begin, end, [IN_TOWN]]]) };
};
const withPass = (day: DayProblem, spans: readonly Span[]): DayProblem => ({
  ...day,
  pumps: day.pumps.map((pump) => ({ ...pump, zoneSpans: [spans] })),
});
const stepsSec = (from: number, to: number): number => Math.abs(from - to) * 600;
const SET_UP_SEC = 1_800;

describe('the hours of a pump’s pass', () => {
  describe('on its way from site to site', () => {
    const day = dayOf([SITE, NEXT_SITE]);
    const plan = solve(day);
    const [first, second] = plan.pumpJobs;
    const waySec = stepsSec(SITE, NEXT_SITE);
    const inTimeSec = second!.readySec - SET_UP_SEC - waySec / 2;
    const atOnceSec = first!.leaveSec + waySec / 2;
    const neither = [
      { fromSec: 0, toSec: atOnceSec },
      { fromSec: inTimeSec, toSec: 48 * HOUR },
    ];

    it('let it drive on at once where they do not let it set out in time', () => {
      expect(served(plan)).toEqual([0, 1]);
      expect(served(solve(withPass(day, shutAt(inTimeSec))))).toEqual([0, 1]);
      expect(served(solve(withPass(day, shutAt(atOnceSec))))).toEqual([0, 1]);
    });

    it('do not when it may drive neither at once nor in time, and say so', () => {
      const shut = withPass(day, neither);

      expect(checkDayPlan(shut, plan)).toMatchObject([{ code: 'pass_hours', order: 1, pump: 0 }]);
      expect(served(solve(shut))).toHaveLength(1);
    });

    it('mind no town on ways that it does not take', () => {
      const elsewhere = throughZones(day.travel, [[YARD, NEXT_SITE, [IN_TOWN]]]);

      expect(served(solve({ ...withPass(day, neither), travel: elsewhere }))).toEqual([0, 1]);
    });

    it('stand in the way of the next pour once it stands at the first', () => {
      const { problem, plan: begun } = advanceDay(
        withPass(day, neither),
        plan,
        plan.loads[0]!.loadFromSec,
      );
      const mended = replanSoundly(problem, begun, { seed: 1, orders: [0, 1], spent: () => 1 });

      expect(served(mended)).toEqual([0]);
      expect(explainUnserved(new DayState(problem), 1)).toMatchObject({
        lacks: 'pump',
        codes: { pass_hours: 1 },
      });
    });
  });

  it('let it come to a pour before another one, from which it may not come back to it', () => {
    const wide = pumped(SITE, 3, { firstToSec: 12 * HOUR });
    const urgent = pumped(NEXT_SITE, 8, { priority: 0 });
    const day = withPass(dayOf([NEXT_SITE, SITE], {}, [wide, urgent]), []);
    const plan = solve(day);

    expect(served(plan)).toEqual([0, 1]);
    expect(plan.pumpJobs.find(({ order }) => order === 0)!.leaveSec).toBeLessThan(8 * HOUR);
  });

  describe('at a site where it waits for its next one', () => {
    const inTown = [pumped(SITE, 3, { zone: 0 }), pumped(NEXT_SITE, 9)];
    const day = dayOf([0, 0], {}, inTown);
    const plan = solve(day);
    const between = (plan.pumpJobs[0]!.leaveSec + plan.pumpJobs[1]!.readySec) / 2;
    const wayOut = [SITE, NEXT_SITE, [{ zone: 0, from: 0, to: 0.5 }]] as const;
    const travel = throughZones(day.travel, [wayOut]);
    const shut = { ...withPass(day, [{ fromSec: 0, toSec: between }]), travel };

    it('send it on at once where it may not wait', () => {
      expect(served(solve(shut))).toEqual([0, 1]);
    });

    it('do not let it wait at either where both lie in town', () => {
      const orders = [inTown[0]!, { ...inTown[1]!, zone: 0 }];
      const both = { ...withPass(day, shutAt(between)), travel, orders };

      expect(checkDayPlan(both, plan).map(({ code }) => code)).toContain('pass_hours');
      expect(served(solve(both))).toHaveLength(1);
    });
  });

  describe('on its way home', () => {
    const day = dayOf([NEXT_SITE, OTHER_YARD], { endPlace: OTHER_YARD });
    const plan = solve(day);
    const last = plan.pumpJobs.at(-1)!;
    const shut = withPass(day, shutAt(last.leaveSec + stepsSec(NEXT_SITE, OTHER_YARD) / 2));

    it('are those of where its day ends, once, after its last job', () => {
      expect(served(plan)).toEqual([0, 1]);
      expect(checkDayPlan(shut, plan)).toMatchObject([{ code: 'pass_hours', order: 1, pump: 0 }]);
      expect(served(solve(shut))).toEqual([0]);
    });
  });

  it('are those of its way from its yard, whether a plant there supplies the pour or not', () => {
    const plants = aDay().plants.map((one) => ({ ...one, place: 5 }));
    const day = { ...dayOf([YARD, SITE], {}, [pumped(SITE, 3)]), plants };
    const [job] = solve(day).pumpJobs;
    const shut = withPass(day, shutAt(job!.readySec - SET_UP_SEC - stepsSec(YARD, SITE) / 2));

    expect(checkDayPlan(shut, solve(day))).toMatchObject([{ code: 'pass_hours', order: 0 }]);
    // It comes earlier, or not at all.
    expect(solve(shut).pumpJobs[0]?.readySec).not.toBe(job!.readySec);
  });

  it.each([0, 4, 13, 15, 23])(
    'are kept while pours are taken out and put in again (%i)',
    (seed) => {
      const day = pumpsThroughTown(seed);
      const plan = solveSoundly(day, { seed, spent: (step) => step / 60 });
      const { problem, plan: earlier } = advanceDay(day, plan, 4 * HOUR);
      const orders = problem.orders.map((_, order) => order);
      const mended = replanSoundly(problem, earlier, { seed, orders, spent: (step) => step / 20 });

      expect(mended.pumpJobs.length).toBeGreaterThan(0);
    },
  );
});

/** A day of small pumped pours, pumps that serve several, and a town on every other way. */
function pumpsThroughTown(seed: number): DayProblem {
  const day = aBusyDay(seed);
  const places = Array.from({ length: day.travel.places }, (_, place) => place);
  return {
    ...day,
    trucks: day.trucks.map(() => aTruck({ worksFor: [0, 1] })),
    pumps: [0, 1].map((index) =>
      aPump({
        worksFor: [0, 1],
        zoneSpans: [index === 0 ? [hours(0, 24)] : [hours(0, 4), hours(5, 7), hours(7.5, 24)]],
      }),
    ),
    orders: day.orders.map((order) => ({
      ...order,
      volumeM3: 8,
      sources: [{ plant: 0, maxM3: Infinity }],
      pumps: 1,
      reachM: 30,
      primingM3: 0,
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
