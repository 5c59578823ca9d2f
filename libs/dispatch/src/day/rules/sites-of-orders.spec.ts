import { destination, wgs84 } from '@tongyun/geo';
import { sitesOf } from './sites-of-orders.js';

const gate = wgs84(120.2, 30.3);
const at = (siteId: string, eastM: number, placingMethod: 'chute' | 'pump' = 'chute') => ({
  siteId,
  position: destination(gate, 90, eastM),
  placingMethod,
});

describe('the sites of a day’s orders', () => {
  it.each([
    { orders: [], sites: [], why: 'there are none' },
    { orders: [at('a', 0), at('b', 500), at('a', 0)], sites: [0, 1, 0], why: 'two are for one' },
    { orders: [at('a', 0), at('b', 29)], sites: [0, 0], why: 'two sites have one gate' },
    { orders: [at('a', 0), at('b', 31)], sites: [0, 1], why: 'their gates are apart' },
    {
      orders: [at('a', 0, 'pump'), at('a', 0), at('a', 0, 'pump'), at('a', 0)],
      sites: [0, 1, 2, 1],
      why: 'two of them have pumps of their own',
    },
  ])('are $sites where $why', ({ orders, sites }) => {
    expect(sitesOf(orders)).toEqual(sites);
  });
});
