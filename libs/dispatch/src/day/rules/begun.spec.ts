import { aLoadRow } from '../../../../../test/support/a-load-row.js';
import { refusedM3Of } from './begun.js';

describe('refusedM3Of', () => {
  it.each([
    { load: aLoadRow({ state: 'delivered', refusedM3: 3 }), m3: 3, why: 'the site took the rest' },
    { load: aLoadRow({ state: 'delivered' }), m3: 0, why: 'nobody has signed yet' },
    { load: aLoadRow({ state: 'planned', refusedM3: 8 }), m3: 0, why: 'it was refused whole' },
  ])('is $m3 when $why', ({ load, m3 }) => {
    expect(refusedM3Of(load)).toBe(m3);
  });
});
