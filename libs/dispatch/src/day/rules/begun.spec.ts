import type { DayPumpJobRow } from '@tongyun/deliveries';
import { addMinutes } from '@tongyun/kernel';
import { aLoadRow } from '../../../../../test/support/a-load-row.js';
import { refusedM3Of, toFixedLoad, toFixedPump } from './begun.js';
import type { DayFacts, FactOrder } from './day-facts.js';

describe('refusedM3Of', () => {
  it.each([
    {
      load: aLoadRow({ state: 'returned_part', refusedM3: 3, undeliveredM3: 4 }),
      m3: 3,
      why: 'the site took the rest, and sent one back that it did not need',
    },
    { load: aLoadRow({ state: 'delivered' }), m3: 0, why: 'nobody has signed yet' },
    {
      load: aLoadRow({ state: 'returned_part', refusedM3: 3, undeliveredM3: 0 }),
      m3: 0,
      why: 'the rest went to another order',
    },
    { load: aLoadRow({ state: 'planned', refusedM3: 8 }), m3: 0, why: 'it was refused whole' },
  ])('is $m3 when $why', ({ load, m3 }) => {
    expect(refusedM3Of(load)).toBe(m3);
  });
});

describe('toFixedPump', () => {
  const from = new Date('2026-11-24T00:00:00Z');
  const after = (min: number): Date => addMinutes(from, min);
  const seen = (min: number) => ({ at: after(min).toISOString(), evidence: 'claim' as const });

  /** It is minute 600; the pump was to leave at 500 and to be ready at 560; setting up takes 30 min. */
  function readyMin(
    job: Partial<DayPumpJobRow>,
    loads: DayFacts['loads'] = [],
    nowMin = 600,
    wayLeftMin: number | null = null,
  ) {
    const order = aLoadRow().orderId;
    const facts = {
      now: after(nowMin),
      day: { from, to: after(1_440) },
      policy: { pumpSetupMin: 30, pumpTeardownMin: 20 },
      loads,
    } as unknown as DayFacts;
    const row = {
      id: 'job',
      orderId: order,
      state: 'travelling',
      stageEvidence: {},
      readyByAt: after(560),
      startsAt: after(500),
      ...job,
    } as DayPumpJobRow;
    return toFixedPump(facts, row, 0, wayLeftMin && wayLeftMin * 60).readySec / 60;
  }

  it.each([
    { job: { stageEvidence: { travelling: seen(510), setting_up: seen(535), ready: seen(550) } } },
    { job: { stageEvidence: { ready: seen(550), pumping: seen(570) } } },
    { job: { stageEvidence: { travelling: seen(505), pumping: seen(550) } } },
  ])('is ready since its operator said so: $job', ({ job }) => {
    expect(readyMin(job)).toBe(550);
  });

  it.each([
    { setUpFrom: 590, ready: 620, why: 'it was late and has begun to set up' },
    { setUpFrom: 540, ready: 600, why: 'it should be done by now and has not said so' },
  ])('is forecast from its arrival when $why', ({ setUpFrom, ready }) => {
    expect(
      readyMin({ stageEvidence: { travelling: seen(510), setting_up: seen(setUpFrom) } }),
    ).toBe(ready);
  });

  it.each([
    { nowMin: 510, ready: 560, why: 'there is time enough' },
    { nowMin: 600, ready: 630, why: 'it is not even there' },
  ])('on its way is ready at $ready when $why', ({ nowMin, ready }) => {
    expect(readyMin({ stageEvidence: { travelling: seen(505) } }, [], nowMin)).toBe(ready);
  });

  it('is ready now at the earliest when nobody said that it left', () => {
    expect(readyMin({ state: 'released' })).toBe(600);
  });

  it('has its way and its setting up before it when an alarm says that it has not left', () => {
    expect(readyMin({ state: 'released' }, [], 600, 25)).toBe(655);
    expect(readyMin({ state: 'released' }, [], 500, 25)).toBe(560);
  });

  it('is ready when concrete goes through it, whatever its operator forgot to say', () => {
    const poured = [aLoadRow({ state: 'delivered', unloadStartAt: after(555) })];

    expect(readyMin({ stageEvidence: { travelling: seen(505) } }, poured)).toBe(555);
  });

  it('is not ready by what went through another before its time', () => {
    const poured = [aLoadRow({ state: 'delivered', unloadStartAt: after(490) })];

    expect(readyMin({ stageEvidence: { setting_up: seen(590) } }, poured)).toBe(620);
  });
});

describe('toFixedLoad', () => {
  const from = new Date('2026-11-24T00:00:00Z');
  const after = (min: number): Date => addMinutes(from, min);

  /** Minutes from when until when it loads; it was to leave at minute 420, and loading takes 10. */
  function loads(leftMin: number | null, tappedMin: number | null, nowMin: number) {
    const order = {
      placingMethod: 'chute',
      rateM3PerHour: 30,
      durations: { waiting: { value: 5 }, discharge: { value: 2, source: 'assumed' } },
    } as unknown as FactOrder;
    const policy = { loadingMin: 10, leaveMin: 4, dischargeMinPerM3: 2 };
    const facts = { now: after(nowMin), day: { from }, policy } as unknown as DayFacts;
    const load = aLoadRow({
      startsAt: after(420),
      loadStartAt: tappedMin === null ? null : after(tappedMin),
      leftPlantAt: leftMin === null ? null : after(leftMin),
    });
    const known = { truck: 0, plant: 0, waySec: 900, pumpsReadySec: -Infinity };
    const { loadFromSec, loadToSec } = toFixedLoad(facts, order, load, known);
    return [loadFromSec / 60, loadToSec / 60];
  }

  it.each([
    { left: 422, tapped: 408, now: 500, loading: [410, 422], why: 'he tapped before his turn' },
    { left: 422, tapped: 120, now: 500, loading: [410, 422], why: 'he came at two at night' },
    { left: 450, tapped: 412, now: 500, loading: [412, 450], why: 'his truck took long' },
    { left: 405, tapped: 396, now: 500, loading: [396, 405], why: 'his turn came early' },
    { left: 422, tapped: null, now: 500, loading: [412, 422], why: 'he tapped nothing' },
    { left: null, tapped: 120, now: 200, loading: [410, 420], why: 'he waits for his turn' },
    { left: null, tapped: 411, now: 440, loading: [411, 440], why: 'he should have left' },
  ])('loads from $loading.0 to $loading.1 where $why', ({ left, tapped, now, loading }) => {
    expect(loads(left, tapped, now)).toEqual(loading);
  });
});
