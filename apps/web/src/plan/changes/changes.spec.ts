import type { PlanEventRequest } from '@tongyun/contracts';
import { aLoad, aPlan, aPumpJob, at } from '../example-plan.js';
import { pumpChanges } from './pump-changes.js';
import { volumeChanges } from './volume-changes.js';
import { whyMoved } from './why-moved.js';

const before = aPlan({
  loads: [aLoad('hit', '08:00'), aLoad('other', '09:00', { orderId: 'order-2', lineId: 'line-2' })],
  pumpJobs: [aPumpJob('job')],
});
const moved = (loadId: string, orderId: string, toVehicleId = 'truck-2') => ({
  loadId,
  orderId,
  loadNo: 1,
  fromVehicleId: 'truck-1',
  toVehicleId,
  fromLoadAt: at('08:00'),
  toLoadAt: at('08:30'),
});
const rest = { until: null, reason: '现场情况' };
const soon = { until: new Date(at('10:00')), reason: '现场情况' };

describe('why a load was moved', () => {
  it.each<{ event: PlanEventRequest; why: string }>([
    { event: { kind: 'truck_down', vehicleId: 'truck-1', ...rest }, why: 'its_truck' },
    { event: { kind: 'pump_down', vehicleId: 'pump-1', ...rest }, why: 'its_pump' },
    { event: { kind: 'line_down', lineId: 'line-1', ...rest }, why: 'its_line' },
    { event: { kind: 'driver_late', driverId: 'driver-1', ...soon }, why: 'its_driver' },
    { event: { kind: 'rain_stop', orderId: 'order-1', ...soon }, why: 'its_site' },
    { event: { kind: 'truck_up', vehicleId: 'truck-2', reason: '已修好' }, why: 'works_again' },
    { event: { kind: 'load_refused', loadId: 'hit', reason: '坍落度' }, why: 'its_site' },
  ])('is $why of $event.kind', ({ event, why }) => {
    expect(whyMoved(event, moved('hit', 'order-1'), before)).toBe(why);
  });

  it('is to make room where it was not hit itself, or the time that follows', () => {
    const event: PlanEventRequest = { kind: 'pump_down', vehicleId: 'pump-1', ...rest };

    expect(whyMoved(event, moved('other', 'order-2'), before)).toBe('makes_room');
    expect(whyMoved(event, moved('other', 'order-2', 'truck-1'), before)).toBe('follows');
  });
});

const load = (id: string, orderId: string, m3 = 10) => aLoad(id, '08:00', { orderId, m3 });

describe('orders of another volume', () => {
  it('are those that were cut, grown or put on hold, not those that cannot be served', () => {
    const earlier = [load('1', 'held'), load('2', 'cut', 12), load('3', 'same'), load('4', 'lost')];
    const later = [load('2', 'cut', 5), load('3', 'same'), load('5', 'new')];
    const lost = { orderId: 'lost', lacks: 'load' as const, loadsPlaced: 0, codes: {} };

    expect(
      volumeChanges({ loads: earlier, unserved: [] }, { loads: later, unserved: [lost] }),
    ).toEqual([
      { orderId: 'held', fromLoads: 1, toLoads: 0, fromM3: 10, toM3: 0 },
      { orderId: 'cut', fromLoads: 1, toLoads: 1, fromM3: 12, toM3: 5 },
      { orderId: 'new', fromLoads: 0, toLoads: 1, fromM3: 0, toM3: 10 },
    ]);
  });
});

describe('what changed for pumps', () => {
  it('is another pump, another time, or none', () => {
    const after = aPlan({
      pumpJobs: [
        aPumpJob('same', { readyAt: at('07:10') }),
        aPumpJob('taken over', { vehicleId: 'pump-2' }),
        aPumpJob('later', { readyAt: at('08:00') }),
        aPumpJob('new'),
      ],
    });
    const jobs = ['same', 'taken over', 'later', 'gone'].map((id) => aPumpJob(id));

    expect(pumpChanges({ pumpJobs: jobs }, after)).toMatchObject([
      { id: 'taken over', fromVehicleId: 'pump-1', toVehicleId: 'pump-2' },
      { id: 'later', toReadyAt: at('08:00') },
      { id: 'gone', toVehicleId: null, toReadyAt: null },
    ]);
  });
});
