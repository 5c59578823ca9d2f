import { aLoad, anOrder } from '../example-plan.js';
import { orderVolumes } from './order-volumes.js';

describe('orderVolumes', () => {
  it('tells what is poured, on its way and still to come', () => {
    const loads = [
      aLoad('1', '07:00', { state: 'done' }),
      aLoad('2', '08:00', { state: 'started', m3: 8 }),
      aLoad('3', '09:00'),
      aLoad('4', '09:00', { state: 'started', orderId: 'another' }),
    ];

    expect(orderVolumes({ loads }, anOrder('order-1', { orderedM3: 30, deliveredM3: 10 }))).toEqual(
      { pouredM3: 10, onRoadM3: 8, remainingM3: 12 },
    );
  });
});
