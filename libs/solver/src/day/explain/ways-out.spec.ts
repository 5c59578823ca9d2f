import { aDay, anOrder, aPump, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { startedLoad } from '../problem/day-plan.js';
import { type DayProblem, findWaysOut, type Relaxing } from '../index.js';

const HOUR = 3_600;
const relaxing: Relaxing = {
  prices: {
    laterPerMin: 1,
    otherPlant: 50,
    hiredTruck: 200,
    hiredPump: 300,
    override: 30,
    reliefOperator: 40,
    otherPump: 80,
  },
  overridableTrucks: [],
  overridablePumps: [],
  freeOperators: 0,
};
/** The ways out for the last order, beside a plan of all the others. */
function waysOut(day: DayProblem, given: Partial<Relaxing> = {}) {
  const order = day.orders.length - 1;
  const plan = solveSoundly(day, { seed: 1, spent: () => 1 });
  expect(plan.loads.some((load) => load.order === order)).toBe(false);
  return findWaysOut(day, plan, order, { ...relaxing, ...given });
}

const waysOf = (day: DayProblem, freeOperators: number) =>
  waysOut(day, { freeOperators }).map(({ way }) => way);

describe('the ways out for an order that is left out', () => {
  const taken = aDay({
    trucks: [aTruck()],
    orders: [
      anOrder({ volumeM3: 10, firstToSec: 3 * HOUR }),
      anOrder({ volumeM3: 10, firstToSec: 3 * HOUR, priority: 2 }),
    ],
  });

  it('names how much later it could begin, and how many trucks would have to be hired', () => {
    const ways = waysOut(taken);

    expect(ways.map(({ way }) => way)).toEqual([
      { kind: 'later', minutes: 90 },
      { kind: 'hired_trucks', count: 1 },
    ]);
    expect(ways[0]!.lateMin).toBeGreaterThan(60);
    expect(ways[0]!.lateMin).toBeLessThanOrEqual(90);
    expect(ways[1]).toMatchObject({ lateMin: 0, loads: 1 });
  });

  it('names how much longer a pour under way could pause, and no later beginning', () => {
    const [first] = solveSoundly(taken, { seed: 1, spent: () => 1 }).loads;
    const begun = { ...first!, refusedM3: 0 };
    const day = aDay({
      nowSec: 3 * HOUR,
      trucks: [aTruck()],
      orders: [anOrder({ volumeM3: 20, gapMaxSec: 1_200, started: [begun] })],
    });
    const plan = { loads: [startedLoad(0, begun)], pumpJobs: [] };
    const ways = findWaysOut(day, plan, 0, relaxing);

    expect(ways.map(({ way }) => way)).toEqual([
      { kind: 'longer_pause', minutes: 45 },
      { kind: 'hired_trucks', count: 1 },
    ]);
  });

  it('names them beside what the day has done to the rest of the plan', () => {
    const plan = solveSoundly(taken, { seed: 1, spent: () => 1 });
    const overdue = { ...taken, nowSec: plan.loads[0]!.loadFromSec + 60 };
    const ways = findWaysOut(overdue, plan, 1, relaxing);

    expect(ways.map(({ way }) => way.kind)).toContain('later');
  });

  it('puts the cheapest first', () => {
    const prices = { ...relaxing.prices, laterPerMin: 100 };

    expect(waysOut(taken, { prices }).map(({ way }) => way.kind)).toEqual([
      'hired_trucks',
      'later',
    ]);
  });

  it('names the plant that could bring it if it were allowed to', () => {
    const [plant] = taken.plants;
    const far = { ...plant!, id: 'other', enterprise: 1, place: 4 };
    const ways = waysOut({
      ...taken,
      plants: [plant!, far],
      trucks: [aTruck(), aTruck({ enterprise: 1, worksFor: [1], startPlace: 4, endPlace: 4 })],
    });

    expect(ways.map(({ way }) => way)).toContainEqual({ kind: 'other_plant', plant: 1 });
  });

  it('names the trucks that only what may be overridden keeps away', () => {
    const day = {
      ...taken,
      trucks: [aTruck(), aTruck({ forbidden: ['training_expired'] }), aTruck({ forbidden: ['x'] })],
    };

    expect(waysOut(day)).not.toContainEqual(
      expect.objectContaining({ way: expect.objectContaining({ kind: 'override' }) }),
    );
    expect(waysOut(day, { overridableTrucks: [1] })[0]).toMatchObject({
      way: { kind: 'override', trucks: [1], pumps: [] },
    });
  });

  it('names a pump to hire where none reaches', () => {
    const day = aDay({
      pumps: [aPump({ reachM: 30 })],
      orders: [anOrder({ volumeM3: 10, pumps: 1, reachM: 42 })],
    });

    expect(waysOut(day).map(({ way }) => way)).toEqual([{ kind: 'hired_pump' }]);
  });

  describe('whose pump cannot stay until its end', () => {
    const off = aPump({ duty: hours(0, 4) });
    const pour = (given: Partial<DayProblem> = {}): DayProblem =>
      aDay({
        nowSec: 3 * HOUR,
        pumps: [off, aPump({ reachM: 50 })],
        orders: [
          anOrder({
            pumps: 1,
            reachM: 30,
            startedPumps: [{ pump: 0, readySec: 2.5 * HOUR, washSec: off.washSec }],
          }),
        ],
        ...given,
      });

    it('names an operator who is free, another pump, and one to hire, the cheapest first', () => {
      expect(waysOf(pour(), 1)).toEqual([
        { kind: 'relief_operator', pumps: [0] },
        { kind: 'other_pump', pumps: [1] },
        { kind: 'hired_pump' },
      ]);
    });

    it('names nobody where all operators are needed, and no pump that does not reach', () => {
      const short = pour({ pumps: [off, aPump({ reachM: 20 })] });

      expect(waysOf(short, 0)).toEqual([{ kind: 'hired_pump' }]);
    });

    it('names as many operators as there are pumps to relieve', () => {
      const standing = [0, 1].map((pump) => ({ pump, readySec: 2.5 * HOUR, washSec: off.washSec }));
      const two = pour({
        pumps: [off, off],
        orders: [anOrder({ pumps: 2, places: 2, reachM: 30, startedPumps: standing })],
      });

      expect(waysOf(two, 1)).toEqual([]);
      expect(waysOf(two, 2)).toEqual([{ kind: 'relief_operator', pumps: [0, 1] }]);
    });
  });

  describe('whose site closes before its pour could end', () => {
    const open = hours(0, 3.5);
    const wayOf = (given: Partial<DayProblem['orders'][number]>) =>
      waysOut(aDay({ orders: [anOrder({ open, ...given })] })).map(({ way }) => way);

    it('names how much longer the site would have to take concrete', () => {
      const [way, ...others] = wayOf({});

      expect(others).toEqual([]);
      expect(way).toEqual({ kind: 'site_hours', beforeMin: 0, afterMin: 21 });
    });

    it('names how much earlier it would have to open', () => {
      expect(wayOf({ open: hours(4.25, 24) })).toContainEqual({
        kind: 'site_hours',
        beforeMin: 15,
        afterMin: 0,
      });
    });

    it('names the next hours of the site, when they are cheaper', () => {
      const [first, ...others] = waysOut(
        aDay({ orders: [anOrder({ open: hours(0, 3.1), nextOpen: hours(4.1, 8) })] }),
      );

      expect(first!.way).toEqual({ kind: 'later', minutes: 6 });
      expect(first!.lateMin).toBeCloseTo(66);
      expect(others.map(({ way }) => way.kind)).toEqual(['site_hours']);
    });
  });

  it('knows none for what no lawful change can bring', () => {
    const day = aDay({ orders: [anOrder({ volumeM3: 10, ageMaxSec: 600 })] });

    expect(waysOut(day)).toEqual([]);
  });
});
