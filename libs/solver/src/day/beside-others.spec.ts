import { between, seededRandom } from '@tongyun/kernel';
import { aBusyDay, aDay, anOrder, aTruck } from '../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../test/support/sound-plans.js';
import {
  checkDayPlan,
  type DayPlan,
  type DayProblem,
  type OthersDischarge,
  type PlannedLoad,
} from './index.js';

const solve = (day: DayProblem, seed = 1): DayPlan =>
  solveSoundly(day, { seed, spent: (step) => step / 30 });
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
const fleet = Array.from({ length: 6 }, () => aTruck());
const SHARE_M3 = 40;
const GAP_SEC = 2_700;
const half = anOrder({ volumeM3: SHARE_M3, gapMaxSec: GAP_SEC });
/** Four trucks of a partner that leave the site to others for as long as theirs take. */
const partners = (apartSec: number, isOfPour = true): OthersDischarge[] =>
  [0, 1, 2, 3].map((nth) => {
    const dischargeFromSec = 3 * 3_600 + nth * apartSec;
    return { place: 0, dischargeFromSec, dischargeToSec: dischargeFromSec + 1_020, isOfPour };
  });
const besides = (order: Partial<typeof half>, given: Partial<DayProblem> = {}): DayProblem =>
  aDay({ trucks: fleet, orders: [{ ...half, ...order }], ...given });
const asOthers = ({ loads }: DayPlan): OthersDischarge[] =>
  loads
    .map(({ place, dischargeFromSec, dischargeToSec }) => ({
      place,
      dischargeFromSec,
      dischargeToSec,
      isOfPour: true,
    }))
    .toSorted((one, other) => one.dischargeFromSec - other.dischargeFromSec);
const m3Of = (loads: readonly PlannedLoad[]) => loads.reduce((sum, { m3 }) => sum + m3, 0);
const codes = (day: DayProblem, plan: DayPlan) => [
  ...new Set(checkDayPlan(day, plan).map(({ code }) => code)),
];

describe('a pour beside trucks of other plans', () => {
  it('fills the turns that a partner leaves', () => {
    const day = besides({ others: partners(2_200) });
    const plan = solve(day);

    expect(m3Of(plan.loads)).toBe(SHARE_M3);
    expect(checkDayPlan(day, plan)).toEqual([]);
  });

  it.each(seeds)('never discharges where another plan’s truck stands (%i)', (seed) => {
    const random = seededRandom(seed);
    const day = aBusyDay(seed);
    const orders = day.orders.map((order) => {
      let sec = order.firstFromSec;
      const others = Array.from({ length: 4 }, (_, nth): OthersDischarge => {
        sec += between(random, 300, 1_800);
        const dischargeFromSec = Math.round(sec);
        sec += between(random, 300, 1_200);
        const place = nth % order.places;
        const isOfPour = seed % 2 === 0;
        return { place, dischargeFromSec, dischargeToSec: Math.round(sec), isOfPour };
      });
      return { ...order, others };
    });
    const beside = { ...day, orders };
    const plan = solve(beside, seed);

    expect(checkDayPlan(beside, plan)).toEqual([]);
    expect(plan.loads.length).toBeGreaterThan(0);
  });

  it('is kept whole when nothing has changed, and moves where a truck of another plan has come', () => {
    const day = besides({ others: partners(2_200) });
    const plan = solve(day);
    const mend = (others: readonly OthersDischarge[]) => {
      const changed = besides({ others });
      const mended = replanSoundly(changed, plan, { seed: 1, spent: () => 1, orders: [0] });
      return { mended, faults: checkDayPlan(changed, mended) };
    };

    expect(mend(partners(2_200)).mended).toEqual(plan);
    const later = partners(2_200).map((one, nth) => ({
      ...one,
      dischargeFromSec: one.dischargeFromSec + (nth > 1 ? 600 : 0),
      dischargeToSec: one.dischargeToSec + (nth > 1 ? 600 : 0),
    }));
    const { mended, faults } = mend(later);
    expect(faults).toEqual([]);
    expect(m3Of(mended.loads)).toBe(SHARE_M3);
    expect(mended).not.toEqual(plan);
  });

  it('counts pauses over the partners’ trucks: theirs keep it going, and may come too late', () => {
    const theirs = partners(2_200);
    const alone = { ...half, volumeM3: 20 };
    const plan = solve(besides({ ...alone, others: theirs }));
    const [first, second] = plan.loads;
    const bySec = 3_600;
    const late = {
      ...plan,
      loads: [
        first!,
        {
          ...second!,
          loadFromSec: second!.loadFromSec + bySec,
          loadToSec: second!.loadToSec + bySec,
          arriveSec: second!.arriveSec + bySec,
          dischargeFromSec: second!.dischargeFromSec + bySec,
          dischargeToSec: second!.dischargeToSec + bySec,
          leaveSec: second!.leaveSec + bySec,
        },
      ],
    };

    expect(codes(besides({ ...alone, others: theirs }), plan)).toEqual([]);
    expect(codes(besides(alone), late)).toContain('cold_joint');
    const lastsLong = [
      theirs[0]!,
      { ...theirs[1]!, dischargeFromSec: 25_000, dischargeToSec: 26_000 },
    ];
    expect(codes(besides({ ...alone, others: lastsLong }), plan)).toEqual(['cold_joint']);
    expect(solve(besides({ ...alone, others: lastsLong })).loads).toEqual([]);
  });

  it('leaves a place to an order of somebody else, whose pauses are no concern of it', () => {
    const others = partners(9_000, false);
    const plan = solve(besides({ others }));

    expect(m3Of(plan.loads)).toBe(SHARE_M3);
    expect(codes(besides({ others }), plan)).toEqual([]);
    expect(codes(besides({ others: asOthers(plan) }), plan)).toEqual(['place_taken']);
  });
});

describe('a pour of two suppliers as one problem', () => {
  const day = aBusyDay(1);
  const [a, b] = [35, 45];
  const joint = anOrder({
    place: 3,
    volumeM3: a + b,
    sharesM3: [a, b],
    sources: [
      { plant: 0, maxM3: Infinity, share: 0 },
      { plant: 1, maxM3: Infinity, share: 1 },
    ],
  });
  const coupled = { ...day, orders: [joint] };

  it.each(seeds)('is one chain in which each brings its share (%i)', (seed) => {
    const plan = solve(coupled, seed);
    const from = (plant: number) => m3Of(plan.loads.filter((load) => load.plant === plant));

    expect(checkDayPlan(coupled, plan)).toEqual([]);
    expect([from(0), from(1)]).toEqual([a, b]);
  });

  it('is two plans that go together when each looks at the other’s trucks', () => {
    const plan = solve(coupled);
    const side = (plant: number): [DayProblem, DayPlan] => {
      const own = plan.loads.filter((load) => load.plant === plant);
      const theirs = plan.loads.filter((load) => load.plant !== plant);
      const others = asOthers({ loads: theirs, pumpJobs: [] });
      const order = { ...joint, volumeM3: m3Of(own), others };
      return [
        { ...day, orders: [order] },
        { loads: own, pumpJobs: [] },
      ];
    };

    expect([0, 1].map((plant) => codes(...side(plant)))).toEqual([[], []]);
    const [problem, own] = side(0);
    const [order] = problem.orders;
    const onTop = order!.others!.map((other) => ({
      ...other,
      dischargeFromSec: other.dischargeFromSec - 900,
      dischargeToSec: other.dischargeToSec - 900,
    }));
    expect(codes({ ...problem, orders: [{ ...order!, others: onTop }] }, own)).toContain(
      'place_taken',
    );
  });

  it('moves with the quotas, and keeps what it can', () => {
    const plan = solve(coupled);
    const moved = { ...coupled, orders: [{ ...joint, sharesM3: [a - 10, b + 10] }] };

    expect(codes(moved, plan)).toEqual(['quota']);
    const mended = replanSoundly(moved, plan, { seed: 1, spent: () => 1, orders: [0] });
    expect(checkDayPlan(moved, mended)).toEqual([]);
    expect(m3Of(mended.loads)).toBe(a + b);
    expect(mended.loads[0]).toEqual(plan.loads[0]);
  });
});
