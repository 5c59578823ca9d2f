import { anOrder } from '../example-plan.js';
import { nearBy } from './near-by.js';

const orders = [
  anOrder('here'),
  anOrder('2 km east', { sitePosition: { lng: 120.0208, lat: 30 } }),
  anOrder('far', { sitePosition: { lng: 120.2, lat: 30 } }),
];

describe('nearBy', () => {
  it('finds the orders around a chosen site, itself among them', () => {
    expect(nearBy(orders, ['here'], 3)).toEqual(['here', '2 km east']);
    expect(nearBy(orders, ['here'], 1)).toEqual(['here']);
  });

  it('finds nothing around nothing', () => {
    expect(nearBy(orders, [], 10)).toEqual([]);
  });
});
