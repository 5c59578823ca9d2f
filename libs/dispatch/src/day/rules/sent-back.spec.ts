import type { DayReturnRow } from '@tongyun/deliveries';
import { aLoadRow } from '../../../../../test/support/a-load-row.js';
import { aReturnRow } from '../../../../../test/support/a-return-row.js';
import { takenInPartM3 } from './begun.js';
import type { DayFacts, FactVehicle } from './day-facts.js';
import { findFixed } from './find-fixed.js';
import { holdNothing } from './held.js';
import { findBackSec, isSentBackWhole, toSentBack } from './sent-back.js';
import { toTruck } from './to-vehicles.js';

const from = new Date('2026-11-24T00:00:00Z');
const at = (clock: string, day = 24): Date => new Date(`2026-11-${day}T${clock}:00Z`);
const secAt = (clock: string, day?: number): number => (+at(clock, day) - +from) / 1_000;
const WAY_SEC = 1_800;

const factsAt = (clock: string, given: Partial<DayFacts> = {}): DayFacts =>
  ({
    now: at(clock),
    day: { from, to: new Date('2026-11-25T00:00:00Z') },
    policy: { loadingMin: 10, leaveMin: 5, washMin: 10, dischargeMinPerM3: 2 },
    plants: [{ id: 'plant', lines: [{ id: 'line' }] }],
    orders: [{ id: 'order', siteId: 'site', placingMethod: 'chute', placesAtSite: 1 }],
    loads: [],
    pumpJobs: [],
    returns: [],
    before: { vehicles: [], lines: [], discharges: [] },
    ...given,
  }) as unknown as DayFacts;

const back = (row: Partial<DayReturnRow>, clock = '08:50'): number =>
  findBackSec(factsAt(clock), aReturnRow(row), WAY_SEC);

describe('a truck that was sent back', () => {
  it.each([
    { row: {}, is: '09:15', why: 'it leaves and drives as long as it came' },
    { row: {}, clock: '10:00', is: '10:00', why: 'it is out still, though it should be back' },
    { row: { isOut: false }, clock: '10:00', is: '09:15', why: 'it has begun on something else' },
    { row: { backAt: at('09:05') }, clock: '10:00', is: '09:05', why: 'it was seen at a plant' },
    {
      row: { arrivedAt: null, sentBackAt: at('08:10') },
      clock: '08:15',
      is: '08:20',
      why: 'it was turned round on its way',
    },
    {
      row: { leftPlantAt: at('06:00', 23), arrivedAt: null, sentBackAt: at('07:00', 23) },
      is: '08:00',
      day: 23,
      why: 'it was sent back before the day began, and seen nowhere since',
    },
    { row: { leftPlantAt: null }, is: '09:15', why: 'nobody saw it leave, and the way is known' },
  ])('is back at $is when $why', ({ row, clock, is, day }) => {
    expect(back(row, clock)).toBe(secAt(is, day));
  });

  it('was at its site, took nothing of the order there, and leaves for the plant', () => {
    const sent = toSentBack(factsAt('08:50'), aReturnRow(), {
      truck: 0,
      plant: 0,
      waySec: WAY_SEC,
    });

    expect(sent).toMatchObject({
      loadId: 'trip',
      m3: 8,
      refusedM3: 8,
      loadFromSec: secAt('07:50'),
      loadToSec: secAt('08:00'),
      arriveSec: secAt('08:30'),
      dischargeToSec: secAt('08:40'),
      leaveSec: secAt('08:45'),
    });
  });

  describe('is a fact of its pour', () => {
    const order = aLoadRow().orderId;
    const travel = {
      places: 2,
      freeSec: new Float32Array([0, WAY_SEC, WAY_SEC, 0]),
      roadKm: new Float32Array([0, 20, 20, 0]),
      hourFactor: [1],
    };
    const vehicles = {
      trucks: [{ id: 'truck', homePlantId: 'plant' }] as FactVehicle[],
      pumps: [],
    };
    const held = holdNothing({ loads: [] });
    const fixedOf = (facts: DayFacts) => findFixed(facts, travel, vehicles, held, []).loads[0]!;

    it('while the load that it had is to be brought by somebody', () => {
      const facts = factsAt('08:50', {
        loads: [aLoadRow({ state: 'planned' })],
        returns: [aReturnRow()],
      });

      const [fixed, ...others] = fixedOf(facts);

      expect(others).toEqual([]);
      expect(fixed).toMatchObject({ loadId: 'trip', truck: 0, refusedM3: 8 });
      expect(isSentBackWhole(facts, fixed!.loadId)).toBe(true);
    });

    it('with what its site took of it, which is not counted twice', () => {
      const cut = aLoadRow({ state: 'returned_part', plannedM3: 2, undeliveredM3: 0 });
      const facts = factsAt('08:50', {
        loads: [{ ...cut, vehicleId: 'truck', plantId: 'plant' } as typeof cut],
        returns: [aReturnRow({ takenM3: 2, carriedM3: 6 })],
      });

      const fixed = fixedOf(facts);

      expect(fixed).toMatchObject([{ loadId: 'load', m3: 8, refusedM3: 6 }]);
      expect(takenInPartM3(facts, order, fixed)).toBe(0);
      expect(takenInPartM3(facts, order)).toBe(2);
    });

    it.each([
      {
        why: 'for a pour whose mortar is to come, which has not begun',
        given: {
          loads: [aLoadRow({ kind: 'priming_mortar' })],
          returns: [aReturnRow({ kind: 'priming_mortar' })],
        },
      },
      {
        why: 'for an order that is not of the day, or was cancelled',
        given: { loads: [], returns: [aReturnRow({ orderId: 'another' as typeof order })] },
      },
    ])('but $why: its truck is out all the same', ({ given }) => {
      const facts = factsAt('08:50', given);
      const duty = { from: at('06:00'), to: at('18:00') };
      const truck = { ...vehicles.trucks[0]!, duty, forbidden: [], zoneSpans: [], drumM3: 10 };

      expect(fixedOf(facts)).toEqual([]);
      expect(toTruck(facts, truck).duty).toEqual({
        fromSec: secAt('09:25'),
        toSec: secAt('18:00'),
      });
    });
  });
});
