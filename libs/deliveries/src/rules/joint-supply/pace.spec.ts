import { paceOf, turnMin } from './pace.js';

describe('the pace of a joint supply', () => {
  it('lets all suppliers together bring what the site takes, and end together', () => {
    const paces = [120, 60, 20].map((own) => paceOf(40, own, 200));

    expect(paces).toEqual([24, 12, 4]);
    expect([120 / 24, 60 / 12, 20 / 4]).toEqual([5, 5, 5]);
  });

  it('lets each supplier begin after one truck of those before it', () => {
    expect([0, 1, 2].map((before) => turnMin(before, 10, 40))).toEqual([0, 15, 30]);
  });
});
