import type { DayOrder } from '@tongyun/solver';
import { aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import type { FixedLoad } from './begun.js';
import { lastBegunSec } from './break-off.js';
import { closeDown } from './close-down.js';
import type { DayFacts, FactOrder, FactVehicle } from './day-facts.js';
import type { ContentEvent } from './plan-content.js';

const from = new Date('2026-11-29T20:00:00Z');
const facts = { day: { from }, orders: [], loads: [] } as unknown as DayFacts;
const atHour = (hour: number): string => new Date(+from + hour * 3_600_000).toISOString();
const said = { at: atHour(2), reason: 'somebody called' };
const trucks = [{ id: 'truck', driverId: 'driver' }] as FactVehicle[];
const whose = (clockedInAt: Date | null) => ({
  trucks: [{ ...trucks[0]!, clockedInAt }],
  pumps: [],
});
const day = aDay({
  nowSec: 2 * 3_600,
  trucks: [aTruck({ duty: hours(0, 14) })],
  orders: [anOrder()],
});

const after = (event: ContentEvent) => closeDown(day, facts, { trucks, pumps: [] }, [event], [[]]);

const truckAfter = (events: readonly ContentEvent[], clockedInAt: Date | null = null) =>
  closeDown(day, facts, whose(clockedInAt), events, [[]]).trucks[0];

const load = (id: string, hour: number, refusedM3 = 0): FixedLoad => ({
  loadId: id,
  truck: 0,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3,
  loadFromSec: hour * 3_600 - 1_800,
  loadToSec: hour * 3_600 - 1_200,
  arriveSec: hour * 3_600 - 300,
  dischargeFromSec: hour * 3_600,
  dischargeToSec: hour * 3_600 + 600,
  leaveSec: hour * 3_600 + 900,
});
const pourOf = (
  known: DayFacts,
  events: readonly ContentEvent[],
  started: readonly FixedLoad[],
): DayOrder => {
  const begun = { ...day, orders: [{ ...day.orders[0]!, started }] };
  const [it] = closeDown(begun, known, { trucks, pumps: [] }, events, [started]).orders;
  return it!;
};
const pourAfter = (events: readonly ContentEvent[], ...started: readonly FixedLoad[]) =>
  pourOf(facts, events, started);

const isFree = (pour: DayOrder): boolean => lastBegunSec(pour) <= (pour.brokenOffSec ?? -Infinity);

describe('a day after what happened', () => {
  describe('of a driver who is late', () => {
    const late = { ...said, kind: 'driver_late', driverId: 'driver' } as const;

    it('has his truck from when he comes', () => {
      const [truck] = after({ ...late, until: atHour(6) }).trucks;

      expect(truck).toMatchObject({ duty: hours(6, 14), forbidden: [] });
    });

    it('has not his truck when he comes too late for it', () => {
      const [truck] = after({ ...late, until: atHour(14) }).trucks;

      expect(truck).toMatchObject({ forbidden: ['driver_late'] });
    });

    it('has every other truck as it was', () => {
      expect(after({ ...late, driverId: 'another', until: atHour(6) }).trucks).toEqual(day.trucks);
    });
  });

  it('has a truck that is down until a time from then on, whether or not it had begun', () => {
    const down = { ...said, kind: 'truck_down', vehicleId: 'truck' } as const;
    const [truck] = after({ ...down, until: atHour(6) }).trucks;

    expect(truck).toMatchObject({ duty: hours(6, 14), forbidden: [] });
    expect(after({ ...down, until: null }).trucks).toMatchObject([{ forbidden: ['broken_down'] }]);
  });

  describe('of a driver who may not begin', () => {
    const refused = {
      ...said,
      kind: 'driver_refused',
      driverId: 'driver',
      codes: ['untrained_safety'],
    } as const;

    it('has not his truck, until he comes', () => {
      expect(truckAfter([refused])).toMatchObject({ forbidden: ['driver_refused'] });
      const came = { ...said, kind: 'driver_came', driverId: 'driver' } as const;
      expect(truckAfter([refused, came])).toEqual(day.trucks[0]);
    });

    it('has his truck when he is on duty on it, though nobody said that he came', () => {
      expect(truckAfter([refused], from)).toEqual(day.trucks[0]);
    });
  });

  it('lets a pour pause as long as it takes after a truck was sent on from it', () => {
    const sentOn = { id: 'order', sentOnAt: new Date(atHour(3.5)) } as FactOrder;
    const started = [load('one', 3)];
    const begun = { ...day, orders: [{ ...day.orders[0]!, started }] };
    const [pour] = closeDown(
      begun,
      { ...facts, orders: [sentOn] },
      { trucks, pumps: [] },
      [],
      [started],
    ).orders;

    expect(pour).toMatchObject({ brokenOffSec: 3.5 * 3_600 });
    expect(pourAfter([], load('one', 3)).brokenOffSec).toBeUndefined();
  });

  it('has a site that is not ready take its first truck later, in as wide a window', () => {
    const until = atHour(5);
    const [order] = after({ ...said, kind: 'site_not_ready', orderId: 'order', until }).orders;

    expect(order).toMatchObject({ firstFromSec: 5 * 3_600, firstToSec: 6 * 3_600 });
    expect(order!.open.fromSec).toBe(5 * 3_600);
  });

  describe('of a pour that has begun', () => {
    const order = 'order';
    const refused = { ...said, at: atHour(3.1), kind: 'load_refused', loadId: 'one' } as const;
    const stop = { ...said, kind: 'rain_stop', orderId: order, until: atHour(4) } as const;

    it('breaks off where a load was refused, which takes its place no longer', () => {
      const pour = pourAfter([refused], load('one', 3));

      expect(pour).toMatchObject({
        brokenOffSec: 3.1 * 3_600,
        gapMaxSec: day.orders[0]!.gapMaxSec,
      });
      expect(pour.started).toMatchObject([
        { refusedM3: 10, dischargeToSec: 3.1 * 3_600, leaveSec: 3.1 * 3_600 + 300 },
      ]);
    });

    it('takes the load from the truck that brings it again after it was refused', () => {
      const again = load('one', 5);

      expect(pourAfter([refused], again).started).toEqual([again]);
    });

    it('has a load refused of a truck that had begun on it before its turn', () => {
      const early = { id: 'one', startedAt: new Date(atHour(3)) } as DayFacts['loads'][number];

      const pour = pourOf({ ...facts, loads: [early] }, [refused], [load('one', 5)]);

      expect(pour.started).toMatchObject([{ refusedM3: 10 }]);
    });

    it.each([
      { why: 'a load was refused', events: [refused], first: load('one', 3) },
      { why: 'a load was signed for and refused whole', events: [], first: load('one', 3, 10) },
      { why: 'it was stopped', events: [stop], first: load('one', 1) },
      {
        why: 'it was on hold',
        events: [{ ...said, kind: 'order_resumed', orderId: order } as const],
        first: load('one', 1),
      },
    ])('may pause after $why, but not after what has come since', ({ events, first }) => {
      expect(isFree(pourAfter(events, first))).toBe(true);
      expect(isFree(pourAfter(events, first, load('two', 5)))).toBe(false);
    });

    it('may pause after a load that was refused in part only when nothing else was left to bring', () => {
      const lastInPart = load('three', 4, 0.5);

      expect(isFree(pourAfter([], load('one', 3, 0.5)))).toBe(false);
      expect(isFree(pourAfter([], load('one', 3), load('two', 3.5), lastInPart))).toBe(true);
      expect(isFree(pourAfter([], load('one', 3, 10), load('two', 3.5), lastInPart))).toBe(false);
    });
  });
});
