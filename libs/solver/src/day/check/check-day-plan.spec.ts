import {
  aDay,
  anOrder,
  aPump,
  aTruck,
  hours,
  throughZones,
} from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import type { DayPlan, DayProblem, PlannedLoad, Span } from '../index.js';
import { checkDayPlan, findBrokenHolds, withJams } from '../index.js';

const day = aDay({ pumps: [aPump()], orders: [anOrder({ pumps: 1, reachM: 35, zone: 0 })] });
const plan = solveSoundly(day, { seed: 1, spent: () => 1 });

const codes = (problem: DayProblem, changed: DayPlan) => [
  ...new Set(checkDayPlan(problem, changed).map(({ code }) => code)),
];
const moved = (load: PlannedLoad, bySec: number): PlannedLoad => ({
  ...load,
  loadFromSec: load.loadFromSec + bySec,
  loadToSec: load.loadToSec + bySec,
  arriveSec: load.arriveSec + bySec,
  dischargeFromSec: load.dischargeFromSec + bySec,
  dischargeToSec: load.dischargeToSec + bySec,
  leaveSec: load.leaveSec + bySec,
});
const withLast = (change: (load: PlannedLoad) => PlannedLoad): DayPlan => ({
  ...plan,
  loads: plan.loads.map((load, at) => (at === plan.loads.length - 1 ? change(load) : load)),
});
const withDay = (change: Partial<DayProblem>): DayProblem => ({ ...day, ...change });
const withOrder = (change: object) => withDay({ orders: [{ ...day.orders[0]!, ...change }] });
const withTrucks = (change: object) =>
  withDay({ trucks: day.trucks.map((truck) => ({ ...truck, ...change })) });

const allDay = hours(0, 24);
const spansFor = (spans: Span[]) => [[allDay], spans.length > 0 ? spans : [allDay]];
/** The plan's day as one in which the ways lead through a second zone, halfway out and halfway back. */
const crossed = ({ trucks = [], pumps = [] }: { trucks?: Span[]; pumps?: Span[] }): DayProblem => {
  const crossing = { zone: 1, from: 0.4, to: 0.6 };
  return {
    ...day,
    trucks: day.trucks.map((truck) => ({ ...truck, zoneSpans: spansFor(trucks) })),
    pumps: [aPump({ zoneSpans: spansFor(pumps) })],
    travel: throughZones(day.travel, [
      [0, 2, [crossing]],
      [2, 0, [crossing]],
    ]),
  };
};
/** Of the last load's way to the site, and of the one back, which takes as long. */
const takesSec = plan.loads.at(-1)!.arriveSec - plan.loads.at(-1)!.loadToSec;
const shutAt = (sec: number): Span[] => [
  { ...allDay, toSec: sec },
  { ...allDay, fromSec: sec },
];

const jammed = (fromSec: number, toSec: number, isBetween = false): DayProblem =>
  withDay({
    travel: withJams(day.travel, [{ fromSec, toSec, places: [2], isBetween, factor: 2 }]),
  });

describe('the checker of day plans', () => {
  it('finds nothing wrong with a plan of the search', () => {
    expect(plan.loads).toHaveLength(3);
    expect(codes(day, plan)).toEqual([]);
  });

  it('finds nothing wrong with ways through a zone within the hours of the pass', () => {
    const within = {
      fromSec: plan.loads[0]!.loadToSec + 0.4 * takesSec,
      toSec: plan.loads.at(-1)!.leaveSec + 0.6 * takesSec,
    };

    expect(codes(crossed({ trucks: [within] }), plan)).toEqual([]);
  });

  it.each([
    { why: 'halfway out', sec: plan.loads.at(-1)!.loadToSec + takesSec / 2 },
    { why: 'halfway back', sec: plan.loads.at(-1)!.leaveSec + takesSec / 2 },
  ])('finds a truck that is in a zone at a time at which it may not be, $why', ({ sec }) => {
    expect(codes(crossed({ trucks: shutAt(sec) }), plan)).toEqual(['pass_hours']);
  });

  it('finds a pump whose pass does not allow its way', () => {
    expect(codes(crossed({ pumps: [hours(3, 24)] }), plan)).toEqual(['pass_hours']);
  });

  it.each([
    ['volume', codes(day, { ...plan, loads: plan.loads.slice(1) })],
    [
      'cold_joint',
      codes(
        day,
        withLast((load) => moved(load, 3 * 3_600)),
      ),
    ],
    [
      'place_taken',
      codes(
        day,
        withLast((load) => moved(load, -900)),
      ),
    ],
    [
      'line_busy',
      codes(
        day,
        withLast((load) => ({ ...plan.loads[0]!, truck: load.truck })),
      ),
    ],
    [
      'truck_busy',
      codes(
        day,
        withLast((load) => ({ ...load, truck: plan.loads[1]!.truck })),
      ),
    ],
    [
      'travel_time',
      codes(
        day,
        withLast((load) => ({ ...load, arriveSec: load.loadToSec + 60 })),
      ),
    ],
    [
      'loading_time',
      codes(withOrder({ sources: [{ plant: 0, maxM3: Infinity, loadFixedSec: 900 }] }), plan),
    ],
    ['drum', codes(withTrucks({ drumM3: 9 }), plan)],
    ['truck_duty', codes(withTrucks({ duty: hours(0, 3) }), plan)],
    ['vehicle_forbidden', codes(withTrucks({ forbidden: ['no_driver'] }), plan)],
    ['no_agreement', codes(withTrucks({ worksFor: [7] }), plan)],
    ['pass_hours', codes(withTrucks({ zoneSpans: [[hours(0, 3)]] }), plan)],
    ['window', codes(withOrder({ firstFromSec: 3 * 3_600 + 60 }), plan)],
    ['concrete_age', codes(withOrder({ ageMaxSec: 1_800 }), plan)],
    ['site_hours', codes(withOrder({ open: hours(0, 3.2) }), plan)],
    ['supply_range', codes(withOrder({ sources: [] }), plan)],
    ['quota', codes(withOrder({ sources: [{ plant: 0, maxM3: 20 }] }), plan)],
    ['priming', codes(withOrder({ primingM3: 1 }), plan)],
    ['pump_missing', codes(day, { ...plan, pumpJobs: [] })],
    ['pump_reach', codes(withOrder({ reachM: 60 }), plan)],
    ['no_agreement', codes(withOrder({ pumpsFrom: 7 }), plan)],
    [
      'pump_left',
      codes(day, { ...plan, pumpJobs: plan.pumpJobs.map((job) => ({ ...job, untilSec: 0 })) }),
    ],
    [
      'pump_not_ready',
      codes(day, {
        ...plan,
        pumpJobs: plan.pumpJobs.map((job) => ({ ...job, readySec: plan.loads[0]!.arriveSec + 1 })),
      }),
    ],
    ['pump_duty', codes(withDay({ pumps: [aPump({ duty: hours(0, 4) })] }), plan)],
    ['driving_hours', codes(withDay({ limits: { ...day.limits, drivingMaxSec: 600 } }), plan)],
    ['already_past', codes(withDay({ nowSec: 4 * 3_600 }), plan)],
    [
      'plant_hours',
      codes(withDay({ plants: day.plants.map((it) => ({ ...it, open: hours(4, 9) })) }), plan),
    ],
    [
      'line_closed',
      codes(
        withDay({
          plants: day.plants.map((it) => ({
            ...it,
            lines: it.lines.map((line) => ({ ...line, closed: [hours(2, 4)] })),
          })),
        }),
        plan,
      ),
    ],
  ])('finds %s', (code, found) => {
    expect(found).toContain(code);
  });

  describe('of mortar for two pumps', () => {
    const two = aDay({
      trucks: Array.from({ length: 5 }, () => aTruck()),
      pumps: [aPump(), aPump()],
      orders: [anOrder({ pumps: 2, places: 2, reachM: 30, primingM3: 2 })],
    });
    const primed = solveSoundly(two, { seed: 1, spent: () => 1 });
    const [mortar, ...concrete] = primed.loads as [PlannedLoad, ...PlannedLoad[]];
    const withMortar = (given: Partial<PlannedLoad>): DayPlan => ({
      ...primed,
      loads: [{ ...mortar, ...given }, ...concrete],
    });

    it('finds concrete at a pump that has not had its mortar yet', () => {
      const lateSec = concrete[0]!.dischargeFromSec + 1;

      expect(codes(two, primed)).toEqual([]);
      expect(
        codes(two, withMortar({ dischargeToSec: lateSec, leaveSec: lateSec + 180 })),
      ).toContain('priming');
    });

    it('finds mortar that is too little, or out too soon for both', () => {
      expect(codes(two, withMortar({ m3: 1 }))).toContain('priming');
      expect(codes(two, withMortar({ dischargeToSec: mortar.dischargeToSec - 120 }))).toContain(
        'discharge_time',
      );
    });
  });

  describe('in a jam', () => {
    const last = plan.loads.at(-1)!;

    it.each([
      { why: 'all of its way lies in it', day: jammed(last.loadToSec, last.arriveSec) },
      { why: 'it sets out in it', day: jammed(0, last.loadToSec + 60) },
      { why: 'it comes into it', day: jammed(last.arriveSec - 60, Infinity) },
    ])('finds a truck that is as fast as ever though $why', ({ day: slow }) => {
      expect(codes(slow, plan)).toContain('travel_time');
    });

    it('finds nothing wrong where it is over, has not begun, or is elsewhere', () => {
      expect(codes(jammed(0, plan.loads[0]!.loadToSec - 3_600), plan)).toEqual([]);
      expect(codes(jammed(last.leaveSec + 3_600, Infinity), plan)).toEqual([]);
      expect(codes(jammed(0, Infinity, true), plan)).toEqual([]);
    });
  });

  it('sees a place that a load of before the last still takes', () => {
    const [first, second, third] = plan.loads;
    const began = { ...first!, started: true, dischargeToSec: third!.dischargeToSec };
    const between = { ...second!, started: true };

    expect(codes(day, { ...plan, loads: [began, between, third!] })).toContain('place_taken');
  });

  it('sees a line that a load of before the last still holds', () => {
    const [first, second, third] = plan.loads;
    const began = { ...first!, started: true, loadToSec: third!.loadToSec };
    const between = { ...second!, started: true };

    expect(codes(day, { ...plan, loads: [began, between, third!] })).toContain('line_busy');
    const allBegun = [began, between, { ...third!, started: true }];
    expect(codes(day, { ...plan, loads: allBegun })).not.toContain('line_busy');
  });

  describe('of what people hold', () => {
    const [first, ...others] = plan.loads as [PlannedLoad, ...PlannedLoad[]];
    const isHeld = true;
    const begun = { ...first, started: true };
    const held = others.map((load) => ({ ...load, started: true, isHeld }));
    const loads = [begun, ...held];
    const [pumpJob] = plan.pumpJobs;
    const pumpJobs = [{ ...pumpJob!, started: true }];
    const holding = (change: Partial<DayProblem>, given: readonly PlannedLoad[] = loads) => {
      const startedPumps = [{ pump: 0, readySec: pumpJob!.readySec, washSec: 1_200, isHeld }];
      const orders = [{ ...day.orders[0]!, started: given, startedPumps }];
      const problem = { ...day, orders, ...change };
      const faults = checkDayPlan(problem, { loads: given, pumpJobs });
      expect(findBrokenHolds(problem).map(({ code }) => code)).toEqual(
        faults.map(({ code }) => code),
      );
      return [...new Set(faults.map(({ code }) => code))];
    };
    const nowSec = held[0]!.loadFromSec + 1;
    const unlike = (change: object) => ({
      trucks: day.trucks.map((truck, at) =>
        at === held[1]!.truck ? { ...truck, ...change } : truck,
      ),
    });

    it('finds nothing wrong while it can be so, nor with what has begun in spite of a rule', () => {
      expect(holding({})).toEqual([]);
      const trucks = day.trucks.map((truck, at) =>
        at === first.truck ? { ...truck, forbidden: ['suspended'] } : truck,
      );
      expect(holding({ trucks })).toEqual([]);
    });

    it.each([
      ['already_past', holding({ nowSec: held[1]!.loadFromSec + 1 })],
      ['vehicle_forbidden', holding(unlike({ forbidden: ['suspended'] }))],
      ['no_agreement', holding(unlike({ worksFor: [7] }))],
      ['truck_duty', holding(unlike({ duty: hours(0, 3) }))],
      ['truck_duty', holding(unlike({ duty: { fromSec: nowSec + 3_600, toSec: 80_000 } }))],
      ['truck_busy', holding({}, [begun, { ...held[0]!, truck: first.truck }, held[1]!])],
      ['pump_busy', holding({ pumps: [aPump({ duty: hours(3, 20) })] })],
      ['vehicle_forbidden', holding({ pumps: [aPump({ forbidden: ['suspended'] })] })],
    ])('finds %s', (code, found) => {
      expect(found).toContain(code);
    });
  });

  describe('of a pour that has broken off', () => {
    const [first, second, third] = plan.loads as [PlannedLoad, PlannedLoad, PlannedLoad];
    const broken = withOrder({ brokenOffSec: first.dischargeToSec });
    const late = 3 * 3_600;

    it('takes any pause after what had come by then', () => {
      const loads = [{ ...first, started: true }, moved(second, late), moved(third, late)];

      expect(codes(broken, { ...plan, loads })).not.toContain('cold_joint');
      expect(codes(day, { ...plan, loads })).toContain('cold_joint');
    });

    it('guards the pauses that follow', () => {
      const loads = [{ ...first, started: true }, second, moved(third, late)];

      expect(codes(broken, { ...plan, loads })).toContain('cold_joint');
    });

    it('guards the pause after what has come since', () => {
      const loads = [first, second].map((load) => ({ ...load, started: true }));

      const later = { ...plan, loads: [...loads, moved(third, late)] };
      expect(codes(broken, later)).toContain('cold_joint');
    });
  });
});
