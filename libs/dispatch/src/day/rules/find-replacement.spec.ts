import type { Reason } from '@tongyun/permission';
import type { DayFacts, FactOrder, FactVehicle } from './day-facts.js';
import { findReplacement, type Spare } from './find-replacement.js';
import type { ContentEvent, ContentLoad, ContentPumpJob } from './plan-content.js';

const firstAt = new Date('2026-11-24T00:00:00Z');
const atHour = (hour: number): Date => new Date(+firstAt + hour * 3_600_000);
const reason = (code: string): Reason => ({ code, effect: 'forbids_work' }) as Reason;
const suspended = reason('registration_suspended');
const untrained = reason('untrained_safety');

const vehicle = (change: Partial<FactVehicle> = {}) =>
  ({
    id: 'refused',
    kind: 'mixer',
    drumM3: 12,
    reachM: null,
    use: 'own',
    driverName: 'Zhang',
    homePlantId: 'north',
    reasons: [],
    ownReasons: [],
    forbidden: [],
    zoneSpans: [[{ from: atHour(0), to: atHour(12) }]],
    ...change,
  }) as FactVehicle;
const spareOne = (change: Partial<FactVehicle> = {}) =>
  vehicle({ id: 'spare', forbidden: ['no_driver_free'], ...change });
const refused = (...reasons: Reason[]) =>
  vehicle({ reasons, ownReasons: reasons.filter((one) => one === suspended) });

const orders = [{ id: 'order', zoneSet: 0, pumpReachM: 40 } as FactOrder];
const facts = (change: Partial<DayFacts> = {}) =>
  ({
    orders,
    ways: new Map(),
    policy: { zoneApproachMin: 10, pumpSetupMin: 20 },
    before: { vehicles: [], lines: [], discharges: [] },
    ...change,
  }) as DayFacts;
const load = {
  orderId: 'order',
  m3: 10,
  arriveAt: atHour(1).toISOString(),
  leaveAt: atHour(2).toISOString(),
} as ContentLoad;
const pumpJob = {
  orderId: 'order',
  readyAt: atHour(2).toISOString(),
  leaveAt: atHour(4).toISOString(),
} as ContentPumpJob;
const work = { driverId: 'zhang', firstAt, loads: [load], pumpJobs: [], events: [] };
const li = { id: 'li', name: 'Li' };
const zhang = { id: 'zhang', name: 'Zhang' };
const spare = (change: Partial<Spare> = {}): Spare => ({
  drivers: [li],
  vehicles: [spareOne()],
  ...change,
});

describe('the replacement of one who would be refused', () => {
  it('is nobody where nobody is', () => {
    expect(findReplacement(facts(), vehicle(), work, spare())).toBeNull();
  });

  it('is another driver of the same vehicle where it is the driver', () => {
    expect(findReplacement(facts(), refused(untrained), work, spare())).toEqual({
      ...li,
      vehicle: null,
    });
  });

  it('is himself with another vehicle where it is his vehicle', () => {
    expect(findReplacement(facts(), refused(suspended), work, spare())).toMatchObject({
      ...zhang,
      vehicle: { id: 'spare' },
    });
  });

  it('is another driver with another vehicle where it is both', () => {
    const both = refused(suspended, untrained);

    expect(findReplacement(facts(), both, work, spare())).toMatchObject({
      ...li,
      vehicle: { id: 'spare' },
    });
    expect(findReplacement(facts(), both, work, spare({ drivers: [] }))).toBeNull();
  });

  it('leaves a driver who is lent with his vehicle to it', () => {
    const lent = { ...refused(suspended), use: 'loaned' as const };

    expect(findReplacement(facts(), lent, work, spare())).toMatchObject(li);
  });

  it.each<{ why: string; one: Partial<FactVehicle>; events?: ContentEvent[] }>([
    { why: 'is of another kind', one: { kind: 'boom_pump', reachM: 50 } },
    { why: 'holds less than a load of it', one: { drumM3: 9 } },
    { why: 'would be refused as well', one: { ownReasons: [suspended] } },
    { why: 'is lent out', one: { forbidden: ['no_driver_free', 'lent_out'] } },
    { why: 'is lent with its driver', one: { use: 'loaned' } },
    {
      why: 'may not be in the zone until the end of the work',
      one: { zoneSpans: [[{ from: atHour(0), to: atHour(1.5) }]] },
    },
    {
      why: 'has broken down',
      one: {},
      events: [{ kind: 'truck_down', vehicleId: 'spare', until: null, at: '', reason: '' }],
    },
  ])('is no vehicle that $why', ({ one, events = [] }) => {
    const given = spare({ vehicles: [spareOne(one)] });

    expect(findReplacement(facts(), refused(suspended), { ...work, events }, given)).toBeNull();
  });

  it('is no vehicle that is out for the day before', () => {
    const out = [{ vehicleId: 'spare', freeAt: atHour(1) }];
    const before = { vehicles: out, lines: [], discharges: [] };

    expect(findReplacement(facts({ before }), refused(suspended), work, spare())).toBeNull();
  });

  it.each([
    { reachM: 39, id: undefined },
    { reachM: 40, id: 'spare' },
  ])('is, for a pour that needs 40 m, the pump that reaches $reachM m: $id', ({ reachM, id }) => {
    const pump = { ...refused(suspended), kind: 'boom_pump' as const };
    const given = spare({ vehicles: [spareOne({ kind: 'boom_pump', reachM })] });
    const pumping = { ...work, loads: [], pumpJobs: [pumpJob] };

    expect(findReplacement(facts(), pump, pumping, given)?.vehicle?.id).toBe(id);
  });
});
