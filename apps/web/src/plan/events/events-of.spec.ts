import { aLoad, aPlan, aPumpJob, at } from '../example-plan.js';
import { indexPlan } from '../plan-index.js';
import type { Chosen } from '../plan-state.js';
import { eventsOf, toEventRequest } from './events-of.js';

const index = indexPlan(
  aPlan({
    loads: [aLoad('planned', '08:00'), aLoad('started', '07:00', { state: 'started' })],
    pumpJobs: [aPumpJob('job')],
  }),
);
const kindsOf = (kind: Chosen['kind'], id: string) =>
  eventsOf({ kind, id }, index).map((event) => event.kind);
const fields = {
  until: new Date(at('10:00')),
  from: null,
  reason: '暴雨',
  factor: 2,
  where: { kind: 'here' },
} as const;

describe('what may be told of what is chosen', () => {
  it.each([
    { kind: 'vehicle', id: 'truck-1', kinds: ['truck_down', 'driver_late'] },
    { kind: 'vehicle', id: 'pump-1', kinds: ['pump_down', 'driver_late'] },
    { kind: 'line', id: 'line-1', kinds: ['line_down', 'traffic'] },
    { kind: 'order', id: 'order-1', kinds: ['site_not_ready', 'rain_stop', 'traffic'] },
    { kind: 'load', id: 'gone', kinds: [] },
  ] as const)('is $kinds of $kind $id', ({ kind, id, kinds }) => {
    expect(kindsOf(kind, id)).toEqual(kinds);
  });

  it('is the refusal of a load only once it is on its way', () => {
    expect(kindsOf('load', 'started')).toContain('load_refused');
    expect(kindsOf('load', 'planned')).not.toContain('load_refused');
  });

  it('is that it works again, of what is down', () => {
    const plan = aPlan({ loads: [aLoad('planned', '08:00')] });
    const down = indexPlan({
      ...plan,
      vehicles: plan.vehicles.map((one) => ({ ...one, isBrokenDown: true })),
      lines: plan.lines.map((one) => ({ ...one, isBrokenDown: true })),
    });
    const ups = (kind: Chosen['kind'], id: string) =>
      eventsOf({ kind, id }, down).filter((event) => event.kind.endsWith('_up'));

    expect(ups('vehicle', 'truck-1')).toEqual([{ kind: 'truck_up', id: 'truck-1' }]);
    expect(ups('vehicle', 'pump-1')).toEqual([{ kind: 'pump_up', id: 'pump-1' }]);
    expect(ups('load', 'planned')).toEqual([
      { kind: 'truck_up', id: 'truck-1' },
      { kind: 'line_up', id: 'line-1' },
    ]);
  });

  it('is that it goes on, of a pour that is stopped', () => {
    const [order] = aPlan().orders;
    const stopped = indexPlan(aPlan({ orders: [{ ...order!, isStopped: true }] }));
    const from = new Date(at('09:00'));

    expect(eventsOf({ kind: 'order', id: order!.id }, stopped)[0]).toEqual({
      kind: 'stop_over',
      id: order!.id,
    });
    expect(toEventRequest({ kind: 'stop_over', id: order!.id }, { ...fields, from })).toEqual({
      kind: 'stop_over',
      orderId: order!.id,
      from,
      reason: '暴雨',
    });
  });

  it('is about the pump of a pump job', () => {
    expect(eventsOf({ kind: 'pump_job', id: 'job' }, index)[0]).toEqual({
      kind: 'pump_down',
      id: 'pump-1',
    });
  });
});

describe('what the server is told', () => {
  it('names whom it happened to, and until when', () => {
    const jam = { kind: 'traffic', id: 'order-1' } as const;
    const { from: _none, where: _here, ...said } = fields;
    const from = new Date(at('09:00'));

    expect(toEventRequest(jam, fields)).toEqual({ kind: 'traffic', orderId: 'order-1', ...said });
    expect(toEventRequest(jam, { ...fields, from })).toMatchObject({ from });
  });

  it('says which roads are slow', () => {
    const jam = { kind: 'traffic', id: 'order-1' } as const;
    const ofPlant = { kind: 'traffic', id: 'plant-1', isOfPlant: true } as const;
    const around = { ...fields, where: { kind: 'around', withinKm: 1.5 } } as const;
    const between = { ...fields, where: { kind: 'between', plantId: 'plant-1' } } as const;

    expect(toEventRequest(jam, around)).toMatchObject({ orderId: 'order-1', withinM: 1_500 });
    expect(toEventRequest(jam, between)).toMatchObject({ orderId: 'order-1', plantId: 'plant-1' });
    expect(toEventRequest(ofPlant, fields)).toMatchObject({ plantId: 'plant-1' });
    expect(toEventRequest(ofPlant, fields)).not.toHaveProperty('orderId');
  });

  it('says from when something works again, or that it does now', () => {
    const from = new Date(at('09:00'));

    expect(toEventRequest({ kind: 'truck_up', id: 'truck-1' }, { ...fields, from })).toEqual({
      kind: 'truck_up',
      vehicleId: 'truck-1',
      from,
      reason: '暴雨',
    });
    expect(toEventRequest({ kind: 'line_up', id: 'line-1' }, fields)).toEqual({
      kind: 'line_up',
      lineId: 'line-1',
      reason: '暴雨',
    });
  });

  it('lacks an end only where it may last all day', () => {
    const rest = { ...fields, until: null };

    expect(toEventRequest({ kind: 'pump_down', id: 'pump-1' }, rest)).toMatchObject({
      vehicleId: 'pump-1',
      until: null,
    });
    expect(toEventRequest({ kind: 'rain_stop', id: 'order-1' }, rest)).toBeNull();
  });
});
