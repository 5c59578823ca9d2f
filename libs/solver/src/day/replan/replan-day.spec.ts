import { aBusyDay, aDay, anOrder, aPump, aTruck } from '../../../../../test/support/a-day.js';
import { replanSoundly, solveSoundly } from '../../../../../test/support/sound-plans.js';
import {
  advanceDay,
  checkDayPlan,
  type DayOrder,
  type DayPlan,
  type DayProblem,
  DayState,
  explainUnserved,
  groupsOf,
  withJams,
} from '../index.js';

const HOUR = 3_600;
const all = ({ orders }: DayProblem) => orders.map((_, index) => index);
const solve = (day: DayProblem) => solveSoundly(day, { seed: 1, spent: (step) => step / 40 });
const mend = (day: DayProblem, plan: DayPlan) =>
  replanSoundly(day, plan, { seed: 1, orders: all(day), spent: (step) => step / 10 });
const m3Of = ({ loads }: DayPlan) =>
  loads.reduce(
    (sum, { kind, m3, refusedM3 }) => sum + (kind === 'concrete' ? m3 - refusedM3 : 0),
    0,
  );
const change = (day: DayProblem, order: number, given: Partial<DayOrder>): DayProblem => ({
  ...day,
  orders: day.orders.map((it, index) => (index === order ? { ...it, ...given } : it)),
});

const until = (toSec: number) => ({ fromSec: 0, toSec });

/** The same day of one enterprise with all plants, trucks and pumps. */
const asOne = (day: DayProblem): DayProblem => ({
  ...day,
  plants: day.plants.map((plant) => ({ ...plant, enterprise: 0 })),
  trucks: day.trucks.map((truck) => ({ ...truck, worksFor: [0] })),
  pumps: day.pumps.map((pump) => ({ ...pump, worksFor: [0] })),
  orders: day.orders.map((order) => ({
    ...order,
    sources: day.plants.map((_, plant) => ({ plant, maxM3: Infinity })),
  })),
});

/** The same day without orders and vehicles that two enterprises share. */
const apart = (day: DayProblem): DayProblem => ({
  ...day,
  trucks: day.trucks.map((truck) => ({ ...truck, worksFor: truck.worksFor.slice(-1) })),
  orders: day.orders.map((order) => ({ ...order, sources: order.sources.slice(-1) })),
});

describe('planning again after an event', () => {
  const spare = aDay({
    trucks: [aTruck(), aTruck(), aTruck(), aTruck()],
    orders: [anOrder({ volumeM3: 40 })],
  });
  const planned = solve(spare);
  /** The first load is on its way, nothing else has begun. */
  const underWay = advanceDay(spare, planned, planned.loads[0]!.loadFromSec);

  it('changes nothing when nothing happened', () => {
    expect(mend(underWay.problem, underWay.plan).loads).toEqual(underWay.plan.loads);
  });

  it('lets another truck bring the load of one that broke down, at the same time', () => {
    const broken = planned.loads[2]!.truck;
    const day = {
      ...underWay.problem,
      trucks: underWay.problem.trucks.map((truck, index) =>
        index === broken ? { ...truck, duty: { fromSec: 0, toSec: 1 } } : truck,
      ),
    };
    const mended = mend(day, underWay.plan);

    expect(checkDayPlan(day, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(40);
    expect(mended.loads[1]).toEqual(underWay.plan.loads[1]);
    expect(mended.loads.slice(1).some(({ truck }) => truck === broken)).toBe(false);
  });

  it('has a truck that broke down on the way load again when it is mended, and not before', () => {
    const [first] = underWay.plan.loads;
    const open = change(underWay.problem, 0, { volumeM3: 20, gapMaxSec: Infinity });
    const mendedSec = 6 * HOUR;
    const day = {
      ...open,
      trucks: open.trucks.map((truck, index) =>
        index === first!.truck
          ? { ...truck, duty: { ...truck.duty, fromSec: mendedSec } }
          : { ...truck, forbidden: ['broken_down'] },
      ),
    };
    const mended = mend(day, underWay.plan);
    const [, second] = mended.loads;

    expect(checkDayPlan(day, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(20);
    expect(second!.loadFromSec).toBeGreaterThanOrEqual(mendedSec);
    const early = { ...second!, loadFromSec: mendedSec - 1 };
    expect(checkDayPlan(day, { ...mended, loads: [first!, early] })).toContainEqual(
      expect.objectContaining({ code: 'truck_duty' }),
    );
  });

  it('brings again what a site refused', () => {
    const [first] = underWay.problem.orders[0]!.started;
    const day = change(underWay.problem, 0, { started: [{ ...first!, refusedM3: 6 }] });
    const mended = mend(day, underWay.plan);

    expect(m3Of(mended)).toBe(40);
    expect(checkDayPlan(day, mended)).toEqual([]);
  });

  it('brings again from the same plant what a site refused, though it has brought all it was to', () => {
    const other = { ...spare.plants[0]!, id: 'other', place: 1 };
    const [first] = underWay.problem.orders[0]!.started;
    const shared = change({ ...underWay.problem, plants: [...spare.plants, other] }, 0, {
      volumeM3: 20,
      sources: [
        { plant: 0, maxM3: 10 },
        { plant: 1, maxM3: 10 },
      ],
      started: [{ ...first!, refusedM3: 10 }],
    });
    const mended = mend(shared, underWay.plan);

    expect(m3Of(mended)).toBe(20);
    expect(mended.loads.slice(1).map(({ plant }) => plant)).toEqual([0, 1]);
    const fromOne = mended.loads.map((load) => ({ ...load, plant: 0 }));
    expect(checkDayPlan(shared, { ...mended, loads: fromOne })).toContainEqual(
      expect.objectContaining({ code: 'quota' }),
    );
  });

  it('brings more when an order grows, and less when it is cut', () => {
    expect(m3Of(mend(change(underWay.problem, 0, { volumeM3: 55 }), underWay.plan))).toBe(55);
    expect(m3Of(mend(change(underWay.problem, 0, { volumeM3: 25 }), underWay.plan))).toBe(25);
  });

  it('brings the rest from another plant when the first may not supply the order any more', () => {
    const other = { ...spare.plants[0]!, id: 'other', place: 1 };
    const plants = [...spare.plants, other];
    const day = { ...underWay.problem, plants };
    const shut = change(day, 0, { sources: [{ plant: 1, maxM3: Infinity }] });
    const mended = mend(shut, underWay.plan);

    expect(checkDayPlan(shut, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(40);
    expect(mended.loads.filter(({ started }) => !started).every(({ plant }) => plant === 1)).toBe(
      true,
    );
  });

  describe('in a jam', () => {
    const [, second, third] = underWay.plan.loads;
    const jammed = (fromSec: number, toSec: number): DayProblem => {
      const jam = { fromSec, toSec, places: [2], factor: 1.5 };
      return { ...underWay.problem, travel: withJams(underWay.problem.travel, [jam]) };
    };

    it('sets out earlier while it lasts', () => {
      const day = jammed(0, 24 * HOUR);
      const mended = mend(day, underWay.plan);
      const later = mended.loads.filter(({ started }) => !started);

      expect(checkDayPlan(day, mended)).toEqual([]);
      expect(m3Of(mended)).toBe(40);
      expect(later.map(({ loadToSec, arriveSec }) => arriveSec - loadToSec)).toEqual([
        1_800, 1_800, 1_800,
      ]);
    });

    it('leaves alone what is there before it begins', () => {
      const day = jammed(second!.arriveSec, 24 * HOUR);
      const mended = mend(day, underWay.plan);

      expect(checkDayPlan(day, mended)).toEqual([]);
      expect(mended.loads).toContainEqual(second);
      expect(mended.loads).not.toContainEqual(third);
    });

    it('changes nothing when it is over before anybody sets out, or begins when all are back', () => {
      const over = jammed(0, second!.loadToSec);
      const later = jammed(20 * HOUR, 24 * HOUR);

      expect(mend(over, underWay.plan).loads).toEqual(underWay.plan.loads);
      expect(mend(later, underWay.plan).loads).toEqual(underWay.plan.loads);
    });
  });

  describe('of a pour that was stopped', () => {
    const opensSec = underWay.problem.orders[0]!.firstToSec + 4 * HOUR;
    const stopped = change(underWay.problem, 0, {
      brokenOffSec: opensSec,
      open: { fromSec: opensSec, toSec: 24 * HOUR },
    });

    it('goes on when it may, however long that is after what had begun', () => {
      const mended = mend(stopped, underWay.plan);
      const [first, ...rest] = mended.loads;

      expect(checkDayPlan(stopped, mended)).toEqual([]);
      expect(m3Of(mended)).toBe(40);
      expect(rest[0]!.dischargeFromSec - first!.dischargeToSec).toBeGreaterThan(
        stopped.orders[0]!.gapMaxSec,
      );
    });

    it('lets no cold joint form in what follows', () => {
      const { truck } = underWay.plan.loads[0]!;
      const day = {
        ...stopped,
        trucks: stopped.trucks.map((it, index) =>
          index === truck ? it : { ...it, forbidden: ['truck_down'] },
        ),
      };
      const mended = mend(day, underWay.plan);

      expect(checkDayPlan(day, mended)).toEqual([]);
      expect(m3Of(mended)).toBe(10);
    });
  });

  it('keeps to a quota that was lowered', () => {
    const plants = [...spare.plants, { ...spare.plants[0]!, id: 'other', place: 1 }];
    const sources = [
      { plant: 0, maxM3: 20 },
      { plant: 1, maxM3: 40 },
    ];
    const day = change({ ...underWay.problem, plants }, 0, { sources });
    const mended = mend(day, underWay.plan);

    expect(checkDayPlan(day, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(40);
  });

  it('gives a site that became slower the time it takes', () => {
    const day = change(underWay.problem, 0, { dischargeSecPerM3: 120, gapMaxSec: 5_400 });
    const mended = mend(day, underWay.plan);

    expect(checkDayPlan(day, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(40);
  });

  it('sends a truck that holds it when a drum turns out smaller', () => {
    const { truck } = underWay.plan.loads[2]!;
    const trucks = underWay.problem.trucks.map((it, index) =>
      index === truck ? { ...it, drumM3: 8 } : it,
    );
    const day = { ...underWay.problem, trucks };
    const mended = mend(day, underWay.plan);

    expect(checkDayPlan(day, mended)).toEqual([]);
    expect(m3Of(mended)).toBe(40);
  });

  it('sends another pump when one breaks down before it leaves', () => {
    const day = aDay({
      pumps: [aPump({ reachM: 37 }), aPump({ reachM: 52 })],
      orders: [anOrder({ pumps: 1, reachM: 30 })],
    });
    const plan = solve(day);
    const later = advanceDay(day, plan, HOUR);
    const broken = {
      ...later.problem,
      pumps: [{ ...day.pumps[0]!, forbidden: ['broken_down'] }, day.pumps[1]!],
    };
    const mended = mend(broken, later.plan);

    expect(plan.pumpJobs.map(({ pump }) => pump)).toEqual([0]);
    expect(mended.pumpJobs.map(({ pump }) => pump)).toEqual([1]);
    expect(checkDayPlan(broken, mended)).toEqual([]);
  });

  describe('with a pump on its way or there', () => {
    const day = aDay({ pumps: [aPump()], orders: [anOrder({ pumps: 1, reachM: 30 })] });
    const plan = solve(day);
    const later = advanceDay(day, plan, plan.pumpJobs[0]!.readySec - 1_800);
    const [standing] = later.problem.orders[0]!.startedPumps;
    const firstToSec = 6 * HOUR;
    const readyAt = (readySec: number) =>
      change(later.problem, 0, { startedPumps: [{ ...standing!, readySec }], firstToSec });

    it('brings nothing before it is ready when it is late', () => {
      const late = readyAt(standing!.readySec + HOUR);
      const mended = mend(late, later.plan);

      expect(m3Of(mended)).toBe(30);
      expect(mended.loads[0]!.arriveSec).toBeGreaterThanOrEqual(standing!.readySec + HOUR);
      expect(checkDayPlan(late, mended)).toEqual([]);
      expect(checkDayPlan(late, later.plan)).toContainEqual(
        expect.objectContaining({ code: 'pump_not_ready' }),
      );
    });

    describe('that has to be gone before the last is out', () => {
      const [stay] = later.plan.pumpJobs;
      const wayHomeSec = 1_200;
      const withPump = (given: Partial<DayProblem['pumps'][number]>): DayProblem => ({
        ...change(later.problem, 0, { zone: 0, zoneSec: 300 }),
        pumps: [aPump(given)],
      });

      it.each([
        { by: 'its operator’s duty', pump: { duty: until(stay!.leaveSec + wayHomeSec) } },
        { by: 'its pass', pump: { zoneSpans: [[until(stay!.leaveSec + 300)]] } },
        {
          by: 'a pass that does not hold for how it came',
          pump: { zoneSpans: [[{ fromSec: later.problem.nowSec, toSec: stay!.leaveSec + 300 }]] },
        },
      ])('pours all within $by', ({ pump }) => {
        expect(m3Of(mend(withPump(pump), later.plan))).toBe(30);
      });

      it.each([
        {
          by: 'its operator’s duty',
          code: 'pump_duty',
          pump: { duty: until(stay!.leaveSec + wayHomeSec - 2) },
        },
        {
          by: 'its pass',
          code: 'pass_hours',
          pump: { zoneSpans: [[until(stay!.leaveSec + 298)]] },
        },
      ])('pours nothing beyond $by, and says so', ({ code, pump }) => {
        const bound = withPump(pump);

        expect(checkDayPlan(bound, later.plan).map((fault) => fault.code)).toEqual([code]);
        expect(m3Of(mend(bound, later.plan))).toBe(0);
        expect(explainUnserved(new DayState(bound), 0)).toMatchObject({
          lacks: 'pump_called',
          loadsPlaced: 3,
          codes: { [code]: 1 },
        });
      });
    });

    it('leaves the plan alone when it is ready before its time', () => {
      expect(mend(readyAt(standing!.readySec - 300), later.plan).loads).toEqual(later.plan.loads);
    });
  });

  describe('when a pump breaks down after all concrete is loaded', () => {
    const day = aDay({
      trucks: [aTruck(), aTruck(), aTruck()],
      pumps: [aPump({ reachM: 37 }), aPump({ reachM: 52 })],
      orders: [anOrder({ volumeM3: 30, pumps: 1, reachM: 30 })],
    });
    const plan = solve(day);
    const loadedSec = Math.max(...plan.loads.map(({ loadFromSec }) => loadFromSec));
    const later = advanceDay(day, plan, loadedSec);
    const [broken] = later.problem.orders[0]!.startedPumps;
    const without = (down: readonly number[], given: Partial<DayOrder> = {}): DayProblem => {
      const lacking = change(later.problem, 0, { startedPumps: [], ...given });
      const pumps = lacking.pumps.map((pump, index) =>
        down.includes(index) ? { ...pump, forbidden: ['broken_down'] } : pump,
      );
      return { ...lacking, pumps };
    };
    const other = 1 - broken!.pump;

    it('sends another for the loads that wait, set up first', () => {
      const lacking = without([broken!.pump]);
      const mended = mend(lacking, later.plan);
      const [job] = mended.pumpJobs;

      expect(mended.loads).toEqual(later.plan.loads);
      expect(mended.pumpJobs).toEqual([expect.objectContaining({ pump: other, started: false })]);
      expect(job!.readySec).toBeGreaterThan(loadedSec + day.pumps[other]!.setUpSec);
      expect(mended.pumpless ?? []).toEqual([]);
      expect(mend(lacking, mended).pumpJobs).toEqual(mended.pumpJobs);
    });

    it('says which pours lose theirs when no other fits', () => {
      const lacking = without([0, 1]);
      const mended = mend(lacking, later.plan);

      expect(mended.pumpJobs).toEqual([]);
      expect(mended.pumpless).toEqual([0]);
    });

    it('sends none that would come when the concrete is too old', () => {
      const mended = mend(without([broken!.pump], { ageMaxSec: 2_400 }), later.plan);

      expect(mended.pumpJobs).toEqual([]);
      expect(mended.pumpless).toEqual([0]);
    });

    it('is found to be at fault when it says nothing of it, or sends one too late', () => {
      const lacking = without([broken!.pump]);
      const mended = mend(lacking, later.plan);
      const late = mended.pumpJobs.map((job) => ({ ...job, readySec: job.readySec + 10 * HOUR }));
      const codes = (given: DayPlan) => checkDayPlan(lacking, given).map(({ code }) => code);

      expect(codes({ loads: mended.loads, pumpJobs: [] })).toEqual(['pump_missing']);
      expect(codes({ ...mended, pumpJobs: late })).toContain('pump_not_ready');
    });
  });

  const busy = Array.from({ length: 12 }, (_, seed) => seed).flatMap((seed) => [
    { seed, trucks: 'of two enterprises', day: aBusyDay(seed) },
    { seed, trucks: 'that load at either plant', day: asOne(aBusyDay(seed)) },
  ]);

  it.each(busy)(
    'never touches what has begun, and breaks no rule (busy day $seed, trucks $trucks)',
    ({ day }) => {
      const later = advanceDay(day, solve(day), 4 * HOUR);
      const truck = later.plan.loads.find(({ started }) => !started)?.truck ?? 0;
      const broken = {
        ...later.problem,
        trucks: later.problem.trucks.map((it, index) =>
          index === truck ? { ...it, duty: { ...it.duty, toSec: 0 } } : it,
        ),
      };
      const mended = mend(broken, later.plan);

      expect(checkDayPlan(broken, mended)).toEqual([]);
      expect(mended.loads.filter(({ started }) => started)).toEqual(
        expect.arrayContaining(later.plan.loads.filter(({ started }) => started)),
      );
    },
  );

  it.each([1, 2, 3, 4])(
    'mends a group alike whatever has begun in others (busy day %i)',
    (seed) => {
      const day = apart(aBusyDay(seed));
      const { problem, plan } = advanceDay(day, solve(day), 4 * HOUR);
      const [group, ...others] = groupsOf(problem);
      const beyond = new Set(others.flat());
      const isMine = ({ order }: { readonly order: number }) => !beyond.has(order);
      const alone = {
        ...problem,
        orders: problem.orders.map((order, index) =>
          beyond.has(index) ? { ...order, started: [], startedPumps: [] } : order,
        ),
      };
      const aloneBefore = {
        loads: plan.loads.filter(isMine),
        pumpJobs: plan.pumpJobs.filter(isMine),
      };
      const mendGroup = (given: DayProblem, earlier: DayPlan) =>
        replanSoundly(given, earlier, { seed: 1, orders: group!, spent: (step) => step / 10 });
      const mended = mendGroup(problem, plan);

      expect(beyond.size).toBeGreaterThan(0);
      expect(mended).toEqual(mendGroup(alone, aloneBefore));
      expect(mended.loads.some(({ started }) => started)).toBe(true);
    },
  );
});
