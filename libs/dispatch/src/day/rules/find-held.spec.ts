import { findHeld } from './find-held.js';
import type { ContentEvent, ContentLoad, ContentPumpJob, TrafficEvent } from './plan-content.js';

const at = (clock: string): string => `2026-11-30T${clock}:00.000Z`;
const load = (id: string, clock: string, given: Partial<ContentLoad> = {}): ContentLoad => ({
  id,
  orderId: 'order',
  loadNo: 1,
  kind: 'concrete',
  m3: 10,
  plantId: 'plant',
  lineId: 'line',
  vehicleId: `truck of ${id}`,
  driverId: `driver of ${id}`,
  place: 0,
  loadFromAt: at(clock),
  loadToAt: at(clock),
  arriveAt: at(clock),
  dischargeFromAt: at(clock),
  dischargeToAt: at(clock),
  leaveAt: at(clock),
  backAt: at(clock),
  isPinned: false,
  ...given,
});
const pump: ContentPumpJob = {
  id: 'job',
  orderId: 'order',
  vehicleId: 'pump',
  driverId: 'operator',
  departAt: at('07:00'),
  readyAt: at('08:00'),
  untilAt: at('12:00'),
  leaveAt: at('12:30'),
  isPinned: false,
};
const idsOf = ({ loads }: ReturnType<typeof findHeld>) => loads.map(({ id }) => id);

const down = (vehicleId: string): ContentEvent => ({
  kind: 'truck_down',
  vehicleId,
  until: null,
  at: at('06:00'),
  reason: 'engine',
});

const up = (vehicleId: string, from: string): ContentEvent => ({
  kind: 'truck_up',
  vehicleId,
  at: at('06:30'),
  from: at(from),
  reason: 'mended',
});

const jam = (given: Partial<TrafficEvent>): TrafficEvent => ({
  kind: 'traffic',
  at: at('06:00'),
  reason: 'accident',
  from: at('08:00'),
  until: at('10:00'),
  factor: 2,
  ...given,
});

describe('what a new plan leaves alone', () => {
  const loads = [
    load('first', '08:00'),
    load('second', '09:00', { isPinned: true }),
    load('third', '10:00'),
    load('other', '08:30', { orderId: 'other' }),
  ];
  const plan = { loads, pumpJobs: [pump], frozenUntil: null, events: [] };
  const frozenUntil = (clock: string) => ({ ...plan, frozenUntil: at(clock) });

  const heldIn = (...given: Partial<TrafficEvent>[]) => {
    const held = findHeld(plan, given.map(jam));
    return { loads: idsOf(held), pumps: held.pumpJobs.length };
  };

  it('is what is pinned with what comes before it in its pour, and the pump', () => {
    const held = findHeld(plan, []);

    expect(idsOf(held)).toEqual(['first', 'second']);
    expect(held.pumpJobs).toEqual([pump]);
  });

  it('is all that loads before the freeze', () => {
    expect(idsOf(findHeld(frozenUntil('10:30'), []))).toEqual([
      'first',
      'second',
      'third',
      'other',
    ]);
  });

  it('is nothing from the first load on whose truck is down', () => {
    expect(idsOf(findHeld(plan, [down('truck of second')]))).toEqual([]);
    expect(idsOf(findHeld(frozenUntil('09:30'), [down('truck of second')]))).toEqual([
      'first',
      'other',
    ]);
  });

  it('is what is pinned on a truck that works again, but not on one that will', () => {
    const broken = down('truck of second');

    expect(idsOf(findHeld(plan, [broken, up('truck of second', '06:30')]))).toEqual([
      'first',
      'second',
    ]);
    expect(idsOf(findHeld(plan, [broken, up('truck of second', '08:30')]))).toEqual([]);
  });

  describe('in a jam', () => {
    const all = { loads: ['first', 'second'], pumps: 1 };

    it('is nothing that is on the road there while it lasts', () => {
      const none = { loads: [], pumps: 0 };

      expect(heldIn({ orderId: 'order' })).toEqual(none);
      expect(heldIn({ plantId: 'plant', from: at('08:30') })).toEqual({ ...none, loads: [] });
    });

    it('is all that comes before or after it, or goes elsewhere', () => {
      expect(heldIn({ orderId: 'other' }, { plantId: 'other' })).toEqual(all);
      expect(heldIn({ orderId: 'order', until: at('06:30'), from: at('06:00') })).toEqual(all);
      expect(heldIn({ orderId: 'order', from: at('13:00'), until: at('15:00') })).toEqual(all);
    });
  });

  it.each([
    { why: 'its pump breaks down', kind: 'pump_down', vehicleId: 'gone', atOrderId: 'order' },
    { why: 'its pump is late', kind: 'pump_late', vehicleId: 'gone', orderId: 'order' },
  ])('is nothing of a pour when $why, and holds again once that is mended around', (given) => {
    const { why: reason, ...told } = given;
    const event = { until: null, alertId: '', ...told, at: at('06:00'), reason } as ContentEvent;
    const later = { ...down('another'), at: at('07:00') };

    expect(idsOf(findHeld(plan, [event]))).toEqual([]);
    expect(idsOf(findHeld({ ...plan, events: [event] }, [event, later]))).toEqual([
      'first',
      'second',
    ]);
  });

  it('is nothing of a site that takes nothing, until it does again', () => {
    const rain: ContentEvent = {
      kind: 'rain_stop',
      orderId: 'order',
      until: at('12:00'),
      at: at('06:00'),
      reason: 'storm',
    };
    const over = { ...rain, kind: 'stop_over', at: at('07:00'), from: at('07:00') } as ContentEvent;

    expect(idsOf(findHeld(plan, [rain]))).toEqual([]);
    expect(idsOf(findHeld({ ...plan, events: [rain] }, [rain, over]))).toEqual(['first', 'second']);
  });

  it('is no pump that is down', () => {
    const broken: ContentEvent = { ...down('pump'), kind: 'pump_down' } as ContentEvent;

    expect(findHeld(plan, [broken]).pumpJobs).toEqual([]);
  });
});
