import type { DayLoadRow, DayWork } from '@tongyun/deliveries';
import { findBackFromLater, findStillBusy } from './find-still-busy.js';
import type { ContentLoad, ContentPumpJob } from './plan-content.js';

const from = new Date('2026-11-30T20:00:00Z');
const at = (hour: number): Date => new Date(+from + hour * 3_600_000);
const iso = (hour: number): string => at(hour).toISOString();

const order = {
  id: 'order',
  siteId: 'site',
  siteLng: 120,
  siteLat: 30,
  placingMethod: 'chute',
  state: 'firm',
};
const row = (given: object): DayLoadRow =>
  ({
    id: 'load',
    orderId: 'order',
    vehicleId: 'truck',
    state: 'released',
    startsAt: at(-0.5),
    endsAt: at(0.5),
    leftPlantAt: null,
    unloadStartAt: null,
    unloadEndAt: null,
    endedAt: null,
    ...given,
  }) as DayLoadRow;
const planned = {
  id: 'load',
  orderId: 'order',
  vehicleId: 'truck',
  lineId: 'line',
  place: 0,
  loadFromAt: iso(-0.7),
  loadToAt: iso(-0.5),
  dischargeFromAt: iso(0),
  dischargeToAt: iso(0.5),
  leaveAt: iso(0.6),
  backAt: iso(1),
} as ContentLoad;
const pumpJob = {
  id: 'job',
  orderId: 'order',
  vehicleId: 'pump',
  departAt: iso(-3),
  readyAt: iso(-2),
  untilAt: iso(0.5),
  leaveAt: iso(1),
} as ContentPumpJob;

const busyAt = (
  now: Date,
  loads: readonly DayLoadRow[],
  plan: readonly ContentLoad[] = [planned],
  orders: readonly object[] = [order],
) =>
  findStillBusy(
    { orders, loads, pumpJobs: [] } as unknown as DayWork,
    { loads: plan, pumpJobs: [] },
    { from, now },
  );

describe('what the day before still takes', () => {
  it('is the truck until it is back, and the place while it discharges', () => {
    expect(busyAt(at(-9), [row({})])).toMatchObject({
      vehicles: [{ vehicleId: 'truck', freeAt: at(1) }],
      lines: [],
      discharges: [{ siteId: 'site', place: 0, from: at(0), to: at(0.5) }],
    });
  });

  it('is the line that loads across the end of the day', () => {
    const late = { ...planned, loadFromAt: iso(-0.1), loadToAt: iso(0.1) };

    expect(busyAt(at(-9), [row({})], [late]).lines).toEqual([
      { lineId: 'line', from: at(-0.1), to: at(0.1) },
    ]);
  });

  it('is by what is known of a load under way, and never before now', () => {
    const late = row({ state: 'on_trip', leftPlantAt: at(-0.5) });
    expect(busyAt(at(2), [late]).vehicles).toEqual([{ vehicleId: 'truck', freeAt: at(2.5) }]);

    const early = row({ state: 'delivered', leftPlantAt: at(-1), unloadEndAt: at(0.1) });
    expect(busyAt(at(0.2), [early]).vehicles).toEqual([{ vehicleId: 'truck', freeAt: at(0.6) }]);
  });

  it('is what a driver was told where nobody planned', () => {
    expect(busyAt(at(-9), [row({})], []).vehicles).toEqual([
      { vehicleId: 'truck', freeAt: at(1.5) },
    ]);
  });

  it.each([
    { why: 'is over', now: at(0), given: { state: 'delivered', endedAt: at(-0.1) } },
    { why: 'was to have begun and has not', now: at(0), given: { state: 'released' } },
  ])('is nothing that $why', ({ now, given }) => {
    expect(busyAt(now, [row(given)])).toEqual({ vehicles: [], lines: [], discharges: [] });
  });

  it.each([
    { state: 'will_call', load: 'planned', trucks: 0, why: 'nobody was told of' },
    { state: 'on_hold', load: 'planned', trucks: 0, why: 'nobody was told of' },
    { state: 'on_hold', load: 'released', trucks: 1, why: 'its driver was told of' },
    { state: 'on_hold', load: 'on_trip', trucks: 1, why: 'is under way' },
    { state: 'firm', load: 'planned', trucks: 1, why: 'was promised' },
  ])('is $trucks truck for what $why, of an order in state $state', ({ state, load, trucks }) => {
    const busy = busyAt(at(-9), [row({ state: load })], [planned], [{ ...order, state }]);

    expect(busy.vehicles).toHaveLength(trucks);
    expect(busy.discharges).toHaveLength(trucks);
  });

  it.each([
    { state: 'planned', pumps: [] },
    { state: 'released', pumps: [{ vehicleId: 'pump', freeAt: at(2) }] },
  ])('is the $state pump of an order that waits for a call: $pumps', ({ state, pumps }) => {
    const work = { orders: [{ ...order, state: 'will_call' }], loads: [], pumpJobs: [] };
    const busy = findStillBusy(
      { ...work, pumpJobs: [{ id: 'job', state }] } as unknown as DayWork,
      { loads: [], pumpJobs: [pumpJob] },
      { from, now: at(-9) },
    );

    expect(busy.vehicles).toEqual(pumps);
  });

  it('is the pump until it is home', () => {
    const busy = findStillBusy(
      { orders: [], loads: [], pumpJobs: [] },
      { loads: [], pumpJobs: [pumpJob] },
      { from, now: at(-9) },
    );

    expect(busy.vehicles).toEqual([{ vehicleId: 'pump', freeAt: at(2) }]);
  });
});

describe('a truck that is out for an order of a later day', () => {
  const sentOn = row({ state: 'on_trip', leftPlantAt: at(-0.5) });

  it.each([
    {
      nowHour: 0,
      given: {},
      backHour: 1.5,
      why: 'as long after it is empty as it took it to get there',
    },
    { nowHour: 1, given: {}, backHour: 2, why: 'it should be empty by now and is not' },
    { nowHour: 1, given: { unloadEndAt: at(0.25) }, backHour: 1.25, why: 'it was empty sooner' },
    { nowHour: 2, given: { unloadEndAt: at(0.25) }, backHour: 2, why: 'it should be back by now' },
  ])('is back at $backHour when at $nowHour $why', ({ nowHour, given, backHour }) => {
    expect(findBackFromLater([{ ...sentOn, ...given }], at(nowHour))).toEqual([
      { vehicleId: 'truck', freeAt: at(backHour) },
    ]);
  });
});
