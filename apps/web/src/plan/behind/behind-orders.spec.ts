import { behindOrders } from './behind-orders.js';

describe('behindOrders', () => {
  it('counts an order that asks for more, and faster, once', () => {
    const grown = { orderId: 'one', kind: 'order_grown' as const, from: 40, to: 60 };
    const paced = { orderId: 'one', kind: 'order_paced' as const, from: 20, to: 30 };
    const added = { orderId: 'two', kind: 'order_added' as const, from: null, to: null };

    expect(behindOrders([grown, added, paced])).toEqual([
      { orderId: 'one', changes: [grown, paced] },
      { orderId: 'two', changes: [added] },
    ]);
  });
});
