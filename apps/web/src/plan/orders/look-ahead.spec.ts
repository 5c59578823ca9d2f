import { aLoad, anOrder, at } from '../example-plan.js';
import { lookAhead } from './look-ahead.js';

const plan = {
  orders: [
    anOrder('late', { firstOnSiteAt: at('15:00') }),
    anOrder('order-1', { orderedM3: 40, deliveredM3: 10 }),
  ],
  loads: [
    aLoad('begun', '07:00', { state: 'started' }),
    aLoad('soon', '09:00', { m3: 12 }),
    aLoad('later', '13:00'),
  ],
  unserved: [{ orderId: 'late', lacks: 'load' as const, loadsPlaced: 0, codes: {} }],
};

describe('the hours ahead', () => {
  it('say what each order gets, and what is poured, on the road and to come', () => {
    const [first, second] = lookAhead(plan, Date.parse(at('08:00')), 2);

    expect(first).toMatchObject({
      order: { id: 'order-1' },
      pouredM3: 10,
      onRoadM3: 10,
      remainingM3: 20,
      dueLoads: 1,
      dueM3: 12,
      nextLoadAt: at('09:00'),
      isUnserved: false,
    });
    expect(second).toMatchObject({ order: { id: 'late' }, dueLoads: 0, isUnserved: true });
  });

  it('reach as far as is asked', () => {
    expect(lookAhead(plan, Date.parse(at('08:00')), 8)[0]).toMatchObject({
      dueLoads: 2,
      dueM3: 22,
    });
  });
});
