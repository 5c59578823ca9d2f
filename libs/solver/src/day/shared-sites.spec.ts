import { aBusyDay, aDay, anOrder, aTruck, hours } from '../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../test/support/sound-plans.js';
import {
  advanceDay,
  checkDayPlan,
  type DayOrder,
  type DayPlan,
  type DayProblem,
  groupsOf,
  planPlainly,
} from './index.js';
import { ordersAtSharedSites } from './problem/orders-at-sites.js';

const SITE = 0;
const seeds = Array.from({ length: 8 }, (_, seed) => seed);
const solve = (day: DayProblem, seed = 1): DayPlan =>
  solveSoundly(day, { seed, spent: (step) => step / 60 });
const mend = (day: DayProblem, plan: DayPlan, steps = 20): DayPlan =>
  replanSoundly(day, plan, {
    seed: 1,
    orders: [...day.orders.keys()],
    spent: (step) => (steps === 0 ? 1 : step / steps),
  });
const m3Of = ({ loads }: DayPlan) => loads.reduce((sum, { m3 }) => sum + m3, 0);
const codes = (day: DayProblem, plan: DayPlan) => [
  ...new Set(checkDayPlan(day, plan).map(({ code }) => code)),
];
/** Seconds in which two trucks of different orders stand at the same place. */
const sharedSec = ({ loads }: DayPlan): number =>
  loads.reduce(
    (sum, one, at) =>
      loads.slice(at + 1).reduce((more, two) => {
        if (one.order === two.order || one.place !== two.place) return more;
        const fromSec = Math.max(one.dischargeFromSec, two.dischargeFromSec);
        return more + Math.max(0, Math.min(one.dischargeToSec, two.dischargeToSec) - fromSec);
      }, sum),
    0,
  );
const twoPours = (given: Partial<DayOrder> = {}): DayProblem =>
  aDay({
    trucks: Array.from({ length: 8 }, () => aTruck()),
    orders: ['one', 'two'].map((id) => anOrder({ id, site: SITE, volumeM3: 40, ...given })),
  });

/** The same day when nobody said that it is one site. */
const apart = (day: DayProblem): DayProblem => ({
  ...day,
  orders: day.orders.map(({ site: _site, ...order }) => order),
});
const lastSec = ({ loads }: DayPlan): number =>
  Math.max(...loads.map(({ dischargeToSec }) => dischargeToSec));

describe('two orders at one site', () => {
  it.each(seeds)('discharge one truck at a time at its one place (%i)', (seed) => {
    const day = twoPours();
    const plan = solve(day, seed);

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(m3Of(plan)).toBe(80);
    expect(sharedSec(plan)).toBe(0);
  });

  it('met there as long as nobody said that it is one site, and the checker says where', () => {
    const day = twoPours();
    const plan = solve(apart(day));

    expect(codes(apart(day), plan)).toEqual([]);
    expect(sharedSec(plan)).toBeGreaterThan(0);
    expect(codes(day, plan)).toEqual(['place_taken']);
  });

  it.each(seeds)(
    'go side by side where it has two places, never two trucks at one (%i)',
    (seed) => {
      const day = twoPours({ places: 2, volumeM3: 60 });
      const plan = solve(day, seed);

      expect(checkDayPlan(day, plan)).toEqual([]);
      expect(m3Of(plan)).toBe(120);
      expect(sharedSec(plan)).toBe(0);
      expect(new Set(plan.loads.map(({ place }) => place)).size).toBe(2);
      expect(lastSec(plan)).toBeLessThan(lastSec(solve(twoPours({ volumeM3: 60 }), seed)));
    },
  );

  it('are not both served where the place has time for one only, whoever plans', () => {
    const day = twoPours({ firstToSec: 3 * 3_600, gapMaxSec: 60 });

    for (const plan of [solve(day), planPlainly(day)]) {
      expect(checkDayPlan(day, plan)).toEqual([]);
      expect(m3Of(plan)).toBe(40);
    }
  });

  it('wait for each other by the plain dispatcher too', () => {
    const day = twoPours();
    const plan = planPlainly(day);

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(sharedSec(plan)).toBe(0);
  });

  it('are planned together though nothing else joins them', () => {
    const day = aDay();
    const [plant] = day.plants;
    const plants = [plant!, { ...plant!, id: 'other', enterprise: 1 }];
    const orders = [0, 1].map((at) => anOrder({ sources: [{ plant: at, maxM3: Infinity }] }));
    const atOne = orders.map((order) => ({ ...order, site: SITE }));

    expect(groupsOf({ ...day, plants, orders })).toEqual([[0], [1]]);
    expect(groupsOf({ ...day, plants, orders: atOne })).toEqual([[0, 1]]);
  });
});

describe('orders that share a site, planned again', () => {
  const day = twoPours();
  const planned = solve(day);
  const firstSec = Math.min(...planned.loads.map(({ loadFromSec }) => loadFromSec));
  const underWay = advanceDay(day, planned, firstSec + 1_800);

  it('stay as they are when nothing happened', () => {
    const { loads } = mend(underWay.problem, underWay.plan, 0);

    expect(loads.some(({ started }) => started)).toBe(true);
    expect(loads).toEqual(underWay.plan.loads);
  });

  it('leave the place to what has begun, when one of them grows', () => {
    const orders = underWay.problem.orders.map((order, at) =>
      at === 0 ? { ...order, volumeM3: 55 } : order,
    );
    const grown = { ...underWay.problem, orders };
    const mended = mend(grown, underWay.plan);

    expect(checkDayPlan(grown, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(95);
    expect(sharedSec(mended)).toBe(0);
  });

  it('make room when a truck under way turns out to take the place for long', () => {
    const [order] = underWay.problem.orders;
    const late = order!.started.map((load, at, { length }) =>
      at < length - 1 ? load : { ...load, dischargeToSec: load.dischargeToSec + 900 },
    );
    const orders = [{ ...order!, started: late }, underWay.problem.orders[1]!];
    const slow = { ...underWay.problem, orders };
    const mended = mend(slow, underWay.plan);

    expect(late.length).toBeGreaterThan(0);
    expect(checkDayPlan(slow, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(80);
  });

  it.each(seeds)('break no rule at any hour of a busy day at few sites (%i)', (seed) => {
    const busy = aBusyDay(seed);
    const orders = busy.orders.map((order, at) => {
      const { place } = busy.orders[at % 5]!;
      return { ...order, place, site: at % 5 };
    });
    const crowded = { ...busy, orders };
    const plan = solve(crowded, seed);
    expect(checkDayPlan(crowded, plan)).toEqual([]);
    expect(plan.loads.length).toBeGreaterThan(0);

    for (const hour of [3, 5, 8]) {
      const later = advanceDay(crowded, plan, hour * 3_600);
      const trucks = later.problem.trucks.map((truck, at) =>
        at === seed ? { ...truck, duty: hours(0, hour) } : truck,
      );
      const changed = { ...later.problem, trucks };
      const mended = mend(changed, later.plan);
      expect(checkDayPlan(changed, mended)).toEqual([]);
    }
  });
});

describe('sites that orders share', () => {
  it('are those that two or more name', () => {
    const orders = [3, undefined, 1, 3, undefined].map((site) =>
      anOrder(site === undefined ? {} : { site }),
    );

    expect(ordersAtSharedSites({ orders })).toEqual([[0, 3]]);
  });
});
