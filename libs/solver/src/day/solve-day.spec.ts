import { between, seededRandom } from '@tongyun/kernel';
import {
  aBusyDay,
  aDay,
  anOrder,
  aPump,
  aTruck,
  hours,
  throughZones,
} from '../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../test/support/sound-plans.js';
import {
  checkDayPlan,
  type DayPlan,
  type DayProblem,
  type DayTruck,
  type Span,
  type TravelTable,
  withJams,
} from './index.js';

const STEPS = 40;
const solve = (day: DayProblem, seed = 1): DayPlan =>
  solveSoundly(day, { seed, spent: (step) => step / STEPS });
const m3Of = ({ loads }: DayPlan) =>
  loads.reduce((sum, { kind, m3 }) => sum + (kind === 'concrete' ? m3 : 0), 0);
const seeds = Array.from({ length: 12 }, (_, seed) => seed);

const inZone = ([from, to]: [number, number]) => ({ zone: 0, from, to });
/** The day's ways, with the parts of those from the plant to the site and back that lie in the zone. */
const through = (out: [number, number][], back: [number, number][]): TravelTable =>
  throughZones(aDay().travel, [
    [0, 2, out.map(inZone)],
    [2, 0, back.map(inZone)],
  ]);

type Way = Parameters<typeof throughZones>[1][number];

const pourAt = (hour: number) =>
  anOrder({ volumeM3: 10, firstFromSec: hour * 3_600, firstToSec: hour * 3_600 + 300 });

describe('a planned day', () => {
  it.each(seeds)('breaks no hard rule (busy day %i)', (seed) => {
    const day = aBusyDay(seed);
    const plan = solve(day);

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(m3Of(plan)).toBeGreaterThan(0);
  });

  it.each(seeds)('breaks no hard rule where ways lead through a zone (%i)', (seed) => {
    const day = aBusyDay(seed);
    const sites = [1, 2, 3, 4, 6];
    const travel = throughZones(
      day.travel,
      day.plants.flatMap(({ place }) =>
        sites.flatMap((site): Way[] => [
          [place, site, [{ zone: 0, from: 0.2, to: 0.5 }]],
          [site, place, [{ zone: 0, from: 0.5, to: 0.9 }]],
        ]),
      ),
    );
    const plan = solve({ ...day, travel });

    expect(checkDayPlan({ ...day, travel }, plan)).toEqual([]);
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
    const first = solveSoundly(day, { seed, spent: () => 1 });
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

  describe('through a zone', () => {
    const wanted = { volumeM3: 10, firstToSec: 6 * 3_600 };
    const pass = hours(4.5, 9);
    const solveFor = (travel: TravelTable, span: Span) => {
      const day = aDay({
        travel,
        trucks: [aTruck({ zoneSpans: [[span]] })],
        orders: [anOrder(wanted)],
      });
      const plan = solve(day);
      expect(checkDayPlan(day, plan)).toEqual([]);
      return plan.loads[0];
    };

    it('goes on its way only while the pass allows it', () => {
      const load = solveFor(through([[0.5, 0.75]], []), pass);

      const takesSec = load!.arriveSec - load!.loadToSec;
      expect(load!.loadToSec + takesSec / 2).toBeGreaterThanOrEqual(pass.fromSec);
      expect(load!.loadToSec).toBeLessThan(pass.fromSec);
    });

    it('comes back only while the pass allows it', () => {
      const load = solveFor(through([], [[0.5, 1]]), pass);

      expect(load!.leaveSec + 600).toBeGreaterThanOrEqual(pass.fromSec);
    });

    it('leaves a plant that lies in one only while the pass allows it', () => {
      const load = solveFor(through([[0, 0.1]], [[0.9, 1]]), pass);

      expect(load!.loadToSec).toBeGreaterThanOrEqual(pass.fromSec);
    });

    it('does not go when the pass never allows it', () => {
      expect(solveFor(through([[0.25, 0.75]], []), hours(9, 10))).toBeUndefined();
    });
  });

  it('sends a pump through a zone only while its pass allows it', () => {
    const order = anOrder({
      volumeM3: 10,
      pumps: 1,
      reachM: 30,
      firstFromSec: 5 * 3_600,
      firstToSec: 9 * 3_600,
    });
    const pass = hours(5.5, 24);
    const day = aDay({
      travel: through([[0, 0.5]], []),
      pumps: [aPump({ zoneSpans: [[pass]] })],
      orders: [order],
    });
    const plan = solve(day);

    expect(checkDayPlan(day, plan)).toEqual([]);
    const { readySec } = plan.pumpJobs[0]!;
    expect(readySec - 1_800 - 1_200).toBeGreaterThanOrEqual(pass.fromSec);
  });

  it('sets out earlier in a jam, and as ever when it is over', () => {
    const jam = { fromSec: 0, toSec: 5 * 3_600, places: [2], factor: 2 };
    const day = aDay({ orders: [pourAt(4), pourAt(6)] });
    const jammed = { ...day, travel: withJams(day.travel, [jam]) };
    const plan = solve(jammed);
    const ways = plan.loads.map(({ loadToSec, arriveSec }) => (arriveSec - loadToSec) / 60);

    expect(checkDayPlan(jammed, plan)).toEqual([]);
    expect(ways).toEqual([40, 20]);
    expect(plan.loads.map(({ dischargeFromSec }) => dischargeFromSec / 3_600)).toEqual([4, 6]);
  });

  it('waits for the end of a jam in which the concrete would grow too old', () => {
    const jam = { fromSec: 0, toSec: 5 * 3_600, places: [2], factor: 5 };
    const order = anOrder({ volumeM3: 10, ageMaxSec: 5_400, firstToSec: 8 * 3_600 });
    const day = aDay({ travel: withJams(aDay().travel, [jam]), orders: [order] });
    const plan = solve(day);
    const [load] = plan.loads;

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(load!.arriveSec).toBeGreaterThan(jam.toSec);
    expect(load!.arriveSec - load!.loadToSec).toBeLessThan(5 * 1_200);
  });

  it.each(seeds)('breaks no hard rule in jams (busy day %i)', (seed) => {
    const busy = aBusyDay(seed);
    const jams = [
      { fromSec: 2 * 3_600, toSec: 4 * 3_600, places: [2, 3], factor: 1.8 },
      { fromSec: 3 * 3_600, toSec: 9 * 3_600, places: [0, 4], isBetween: true, factor: 3 },
      { fromSec: 8 * 3_600, toSec: Infinity, places: [5], factor: 1.3 },
    ];
    const day = { ...busy, travel: withJams(busy.travel, jams) };
    const plan = solve(day, seed);

    expect(checkDayPlan(day, plan)).toEqual([]);
    expect(plan.loads.length).toBeGreaterThan(0);
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

  describe('with mortar for several pumps', () => {
    const pour = anOrder({ pumps: 2, places: 2, reachM: 30, primingM3: 2, volumeM3: 40 });
    const day = (trucks: DayTruck[]) => aDay({ trucks, pumps: [aPump(), aPump()], orders: [pour] });

    it('primes each of them before any concrete comes, by one load', () => {
      const primed = day(Array.from({ length: 5 }, () => aTruck()));
      const plan = solve(primed);
      const [mortar, ...concrete] = plan.loads;

      expect(checkDayPlan(primed, plan)).toEqual([]);
      expect(mortar).toMatchObject({ kind: 'priming_mortar', m3: 2 });
      expect(mortar!.dischargeToSec - mortar!.dischargeFromSec).toBe(2 * 120 + 2 * 90);
      expect(concrete.map(({ kind }) => kind)).not.toContain('priming_mortar');
      const fromSec = concrete.map(({ dischargeFromSec }) => dischargeFromSec);
      expect(Math.min(...fromSec)).toBeGreaterThanOrEqual(mortar!.dischargeToSec);
      expect(new Set(concrete.map(({ place }) => place))).toEqual(new Set([0, 1]));
    });

    it('sends it in a drum that holds all of it', () => {
      const [mortar] = solve(day([aTruck({ drumM3: 1 }), aTruck(), aTruck(), aTruck()])).loads;

      expect(mortar).toMatchObject({ kind: 'priming_mortar', m3: 2 });
    });
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
    const plan = solveSoundly(aDay({ ...day, orders: [day.orders[0]!] }), {
      seed: 1,
      spent: () => 0,
    });

    expect(plan).toEqual({ loads: [], pumpJobs: [] });
  });

  it('does not use a truck or a pump that permission forbids', () => {
    const day = aDay({ trucks: [aTruck({ forbidden: ['vehicle_unregistered'] })] });

    expect(solve(day).loads).toEqual([]);
  });
});
