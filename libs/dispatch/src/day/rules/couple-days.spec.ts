import { checkDayPlan, type DayProblem, withJams } from '@tongyun/solver';
import {
  aBusyDay,
  aDay,
  anOrder,
  aTruck,
  throughZones,
} from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { coupleDays, type CoupledDays, joinPlans, splitPlan } from './couple-days.js';

const LEAD_M3 = 50;
const PARTNER_M3 = 30;
const REPAIRED = [{ fromSec: 0, toSec: 10_000 }];
const [plant] = aDay().plants;
/** Its share is its second order; the first is another one at the same hour. */
const lead = aDay({
  trucks: Array.from({ length: 4 }, () => aTruck()),
  orders: [anOrder({ volumeM3: 10, place: 4 }), anOrder({ volumeM3: LEAD_M3, place: 2 })],
});
const partner = aDay({
  trucks: Array.from({ length: 3 }, () => aTruck({ drumM3: 8 })),
  plants: [{ ...plant!, lines: [plant!.lines[0]!, { ...plant!.lines[0]!, closed: REPAIRED }] }],
  orders: [anOrder({ volumeM3: PARTNER_M3, place: 3 }), anOrder({ volumeM3: 8, place: 5 })],
});
const couple = (theirs: DayProblem = partner, isKept = false): CoupledDays =>
  coupleDays([
    { planned: { problem: lead }, order: 1, isKept: false },
    { planned: { problem: theirs }, order: 0, isKept },
  ]);
const solve = ({ problem }: CoupledDays) =>
  solveSoundly(problem, { seed: 1, spent: (step) => step / 20 });

/** A day of one enterprise, with all that two have. */
const oneOf = (day: DayProblem): DayProblem => ({
  ...day,
  plants: day.plants.map((one) => ({ ...one, enterprise: 0 })),
  trucks: day.trucks.map((one) => ({ ...one, enterprise: 0, worksFor: [0] })),
  pumps: day.pumps.map((one) => ({ ...one, enterprise: 0, worksFor: [0] })),
});

const atSites = (day: DayProblem, sites: readonly number[]): DayProblem => ({
  ...day,
  orders: day.orders.map((order, at) => ({ ...order, site: sites[at]! })),
});

describe('the days of two who supply one pour', () => {
  it('are one problem that serves the pour and all else of both', () => {
    const coupled = couple();
    const plan = solve(coupled);

    expect(checkDayPlan(coupled.problem, plan)).toEqual([]);
    expect(new Set(plan.loads.map(({ order }) => order)).size).toBe(3);
  });

  it('keep the zones on their ways apart', () => {
    const crossed = { zone: 0, from: 0.25, to: 1 };
    const travel = throughZones(partner.travel, [
      [0, 3, [crossed]],
      [0, 5, [crossed]],
      [3, 5, [crossed]],
    ]);
    const { places, crossings } = couple({ ...partner, travel }).problem.travel;
    const ways = [...crossings!].map(([way, parts]) => ({
      from: Math.floor(way / places),
      to: way % places,
      zones: parts.map(({ zone }) => zone),
    }));
    const theirs = lead.travel.places;
    const pour = lead.orders[1]!.place;

    expect(ways).toEqual([
      { from: theirs, to: theirs + 3, zones: [1] },
      { from: theirs, to: pour, zones: [1] },
      { from: theirs, to: theirs + 5, zones: [1] },
      { from: theirs + 3, to: theirs + 5, zones: [1] },
      { from: pour, to: theirs + 5, zones: [1] },
    ]);
  });

  it('are slow at the pour where one of the two was told of a jam at his share, and stay sound for him', () => {
    const jam = { fromSec: 0, toSec: 86_400, places: [3], factor: 2 };
    const jammed = { ...partner, travel: withJams(partner.travel, [jam]) };
    const coupled = couple(jammed);
    const plan = solve(coupled);
    const [, theirs] = splitPlan(coupled, plan);
    const waysMin = plan.loads
      .filter(({ order, plant: at }) => order === 0 && at === 0)
      .map(({ loadToSec, arriveSec }) => (arriveSec - loadToSec) / 60);

    expect(new Set(waysMin)).toEqual(new Set([40]));
    expect(checkDayPlan(coupled.problem, plan)).toEqual([]);
    const codes = checkDayPlan(jammed, theirs!).map(({ code }) => code);
    expect(codes).not.toContain('travel_time');
    expect(codes).not.toContain('truck_busy');
  });

  it('come apart as two plans that are sound in their own days, each looking at the other’s trucks', () => {
    const coupled = couple();
    const parts = splitPlan(coupled, solve(coupled));
    const sides = [
      { problem: lead, order: 1, m3: LEAD_M3 },
      { problem: partner, order: 0, m3: PARTNER_M3 },
    ];
    sides.forEach(({ problem, order, m3 }, at) => {
      const others = parts[1 - at]!.loads.filter((load) => load.order === sides[1 - at]!.order)
        .map(({ place, dischargeFromSec, dischargeToSec }) => {
          return { place, dischargeFromSec, dischargeToSec, isOfPour: true };
        })
        .toSorted((one, other) => one.dischargeFromSec - other.dischargeFromSec);
      const orders = problem.orders.map((one, index) =>
        index === order ? { ...one, others } : one,
      );
      const own = parts[at]!.loads.filter((load) => load.order === order);

      expect(checkDayPlan({ ...problem, orders }, parts[at]!)).toEqual([]);
      expect(own.reduce((sum, load) => sum + load.m3, 0)).toBe(m3);
    });
  });

  it('are put together again as they came apart', () => {
    const coupled = couple();
    const plan = solve(coupled);
    const again = joinPlans(coupled, splitPlan(coupled, plan));

    expect(new Set(again.loads)).toEqual(new Set(plan.loads));
  });

  it('leave what else is planned of a kept day, and plan nothing more of it', () => {
    const coupled = couple(partner, true);
    const { loads } = solve(coupled);

    expect(coupled.problem.orders.map(({ volumeM3 }) => volumeM3)).toEqual([80, 10, 0]);
    expect(loads.filter(({ order }) => order === 2)).toEqual([]);
  });

  it('let trucks of each load at its own plants alone', () => {
    const coupled = couple();
    const { problem } = coupled;
    for (const { truck, plant: at } of solve(coupled).loads) {
      expect(problem.trucks[truck]!.enterprise).toBe(problem.plants[at]!.enterprise);
    }
  });

  it('share the site of the pour with what each brings there besides, and no other site', () => {
    const { problem } = coupleDays([
      { planned: { problem: atSites(lead, [0, 0]) }, order: 1, isKept: false },
      { planned: { problem: atSites(partner, [0, 1]) }, order: 0, isKept: false },
    ]);
    const [pour, leads, partners] = problem.orders.map(({ site }) => site);

    expect(leads).toBe(pour);
    expect(partners).not.toBe(pour);
  });

  it.each([1, 2, 3])('hold with zones, pumps and crowded days (%i)', (seed) => {
    const coupled = coupleDays(
      [seed, seed + 10].map((one) => ({
        planned: { problem: oneOf(aBusyDay(one)) },
        order: one % 5,
        isKept: false,
      })),
    );
    const plan = solve(coupled);

    expect(checkDayPlan(coupled.problem, plan)).toEqual([]);
    expect(splitPlan(coupled, plan).flatMap(({ loads }) => loads)).toHaveLength(plan.loads.length);
  });
});
