import { between, seededRandom } from '@tongyun/kernel';
import { aBusyDay, aDay, anOrder, aPump, aTruck, hours } from '../../../../test/support/a-day.js';
import { checkDayPlan, type DayPlan, type DayProblem, solveDay } from './index.js';

const STEPS = 40;
const solve = (day: DayProblem, seed = 1): DayPlan =>
  solveDay(day, { seed, spent: (step) => step / STEPS });
const m3Of = ({ loads }: DayPlan) =>
  loads.reduce((sum, { kind, m3 }) => sum + (kind === 'concrete' ? m3 : 0), 0);
const seeds = Array.from({ length: 12 }, (_, seed) => seed);

describe('a planned day', () => {
  it.each(seeds)('breaks no hard rule (busy day %i)', (seed) => {
    const day = aBusyDay(seed);
    const plan = solve(day);

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(m3Of(plan)).toBeGreaterThan(0);
  });

  it.each(seeds)('breaks no hard rule beside loads that began at once on one line (%i)', (seed) => {
    const random = seededRandom(seed);
    const trucks = Array.from({ length: 8 }, () => aTruck());
    const started = Array.from({ length: 4 }, (_, truck) => {
      const [from, to] = truck % 2 === 0 ? [2.8, 3.6] : [3.2, 3.3];
      const [loadFromSec, loadToSec] = [from, to].map((hour) =>
        Math.round((hour + between(random, 0, 0.1)) * 3_600),
      ) as [number, number];
      const arriveSec = loadToSec + 1_200;
      const dischargeFromSec = arriveSec + truck * 1_100;
      const dischargeToSec = dischargeFromSec + 1_020;
      const times = { loadFromSec, loadToSec, arriveSec, dischargeFromSec, dischargeToSec };
      const load = { truck, plant: 0, line: 0, place: 0, m3: 10, refusedM3: 0 };
      return { ...load, ...times, leaveSec: dischargeToSec + 180, kind: 'concrete' as const };
    });
    const inTurn = started.toSorted((one, next) => one.dischargeFromSec - next.dischargeFromSec);
    const pour = anOrder({ volumeM3: 90, started: inTurn });
    const other = anOrder({ volumeM3: 20, place: 1 });
    const day = aDay({ nowSec: 3 * 3_600, trucks, orders: [pour, other] });
    const plan = solve(day, seed);

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(m3Of(plan)).toBe(110);
  });

  it('is the same for the same seed and number of steps', () => {
    expect(solve(aBusyDay(3), 7)).toEqual(solve(aBusyDay(3), 7));
  });

  it.each(seeds)('serves no less by searching on, by priority (busy day %i)', (seed) => {
    const day = aBusyDay(seed);
    const first = solveDay(day, { seed, spent: () => 1 });
    const served = ({ loads }: DayPlan) =>
      loads.reduce((sum, { order, m3, kind }) => {
        const worth = [1e6, 1e3, 1][day.orders[order]!.priority]!;
        return sum + (kind === 'concrete' ? m3 * worth : 0);
      }, 0);

    expect(served(solve(day))).toBeGreaterThanOrEqual(served(first));
  });

  it('serves an order whole or leaves it', () => {
    const day = aDay({ orders: [anOrder({ volumeM3: 200, gapMaxSec: 60 })] });

    expect(solve(day).loads).toEqual([]);
  });

  it('brings the ordered volume with the last drum partly filled', () => {
    const plan = solve(aDay({ orders: [anOrder({ volumeM3: 24 })] }));

    expect(plan.loads.map(({ m3 }) => m3)).toEqual([10, 10, 4]);
  });

  it('loads as long as the plant takes for that order', () => {
    const slow = { plant: 0, maxM3: Infinity, loadFixedSec: 900 };
    const day = aDay({
      orders: [anOrder({ volumeM3: 10, sources: [slow] }), anOrder({ id: 'usual', volumeM3: 10 })],
    });
    const lastSec = solve(day)
      .loads.toSorted((one, other) => one.order - other.order)
      .map(({ loadFromSec, loadToSec }) => loadToSec - loadFromSec);

    expect(lastSec).toEqual([900 + 300, 120 + 300]);
  });

  it('slows a pour down when trucks are few, as far as no cold joint forms', () => {
    const day = aDay({ trucks: [aTruck(), aTruck()], orders: [anOrder({ volumeM3: 60 })] });
    const plan = solve(day);

    expect(m3Of(plan)).toBe(60);
    expect(checkDayPlan(day, plan)).toEqual([]);
  });

  it('goes into a zone only while the pass allows it, from going in to coming out', () => {
    const order = anOrder({ volumeM3: 10, zone: 0, zoneSec: 300, firstToSec: 6 * 3_600 });
    const pass = [hours(4.5, 9)];
    const day = aDay({ trucks: [aTruck({ zoneSpans: [pass] })], orders: [order] });
    const [load] = solve(day).loads;

    expect(load!.arriveSec - 300).toBeGreaterThanOrEqual(pass[0]!.fromSec);
  });

  it('serves emergencies before what was promised, and that before will-calls', () => {
    const at = { volumeM3: 10, firstToSec: 3 * 3_600 };
    const day = aDay({
      trucks: [aTruck()],
      orders: [
        anOrder({ ...at, priority: 2 }),
        anOrder({ ...at, priority: 1, volumeM3: 9 }),
        anOrder({ ...at, priority: 0, volumeM3: 8 }),
      ],
    });

    expect(solve(day).loads.map(({ order }) => order)).toEqual([2]);
  });

  it('takes the shortest boom that reaches, and the mortar first', () => {
    const day = aDay({
      pumps: [aPump({ reachM: 52 }), aPump({ reachM: 37 }), aPump({ reachM: 30 })],
      orders: [anOrder({ pumps: 1, reachM: 35, primingM3: 1 })],
    });
    const { loads, pumpJobs } = solve(day);

    expect(pumpJobs.map(({ pump }) => pump)).toEqual([1]);
    expect(loads[0]!.kind).toBe('priming_mortar');
    expect(pumpJobs[0]!.readySec).toBeLessThanOrEqual(loads[0]!.arriveSec);
  });

  it('keeps to the quotas of a joint supply', () => {
    const day = aBusyDay(1);
    const joint = anOrder({
      place: 3,
      volumeM3: 60,
      places: 2,
      sources: [
        { plant: 0, maxM3: 35 },
        { plant: 1, maxM3: 40 },
      ],
    });
    const plan = solve({ ...day, orders: [joint] });
    const from = (plant: number) =>
      plan.loads.filter((load) => load.plant === plant).reduce((sum, { m3 }) => sum + m3, 0);

    expect(from(0) + from(1)).toBe(60);
    expect(from(0)).toBeLessThanOrEqual(35);
    expect(from(1)).toBeLessThanOrEqual(40);
  });

  it('ends when nothing is left to plan in the groups it was given', () => {
    const day = aDay({ orders: [anOrder({ volumeM3: 0 }), anOrder()] });
    const plan = solveDay(aDay({ ...day, orders: [day.orders[0]!] }), { seed: 1, spent: () => 0 });

    expect(plan).toEqual({ loads: [], pumpJobs: [] });
  });

  it('does not use a truck or a pump that permission forbids', () => {
    const day = aDay({ trucks: [aTruck({ forbidden: ['vehicle_unregistered'] })] });

    expect(solve(day).loads).toEqual([]);
  });
});
