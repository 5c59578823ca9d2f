import { firstOpenOrder } from './first-open-order.js';

const order = (state: 'firm' | 'draft' | 'complete' | 'closed' | 'cancelled', hour: number) => ({
  state,
  firstOnSiteAt: `2026-03-05T${String(hour).padStart(2, '0')}:00:00.000Z`,
});

describe('firstOpenOrder', () => {
  it('is the one that wants its first truck before all others', () => {
    const orders = [order('firm', 22), order('draft', 21), order('firm', 23)];

    expect(firstOpenOrder(orders)).toEqual(orders[1]);
  });

  it('leaves out what nobody waits for any more', () => {
    const waits = order('firm', 23);
    const over = [order('complete', 20), order('closed', 21), order('cancelled', 22)];

    expect(firstOpenOrder([...over, waits])).toEqual(waits);
    expect(firstOpenOrder(over)).toBeNull();
  });
});
