import type { EnterpriseFigures } from '@tongyun/contracts';
import { someFigures } from './some-figures.js';
import { byDistrict, perThousandTrips, shareOf, totalsOf } from './totals.js';

const row = (change: Partial<EnterpriseFigures>) =>
  someFigures({ alerts: { overspeed: 3 }, ...change });

describe('totals', () => {
  it('count declared trips and their volume in, and alerts by kind', () => {
    const rows = [
      row({}),
      row({
        trips: 0,
        m3: 0,
        declaredTrips: 10,
        declaredM3: 100,
        alerts: { overspeed: 1, no_pass: 1 },
      }),
    ];

    expect(totalsOf(rows, 7)).toMatchObject({
      trips: 50,
      declaredTrips: 10,
      m3: 580,
      designM3: 14_000,
      alerts: 5,
      byCode: { overspeed: 4, no_pass: 1 },
    });
  });

  it('are nothing of no enterprises', () => {
    expect(totalsOf([], 7)).toMatchObject({ trips: 0, m3: 0, alerts: 0, byCode: {} });
  });
});

describe('shares', () => {
  it.each([
    { part: 6, whole: 9, text: '67 %' },
    { part: 1, whole: 300, text: '0.3 %' },
    { part: 0, whole: 0, text: null },
  ])('of $part in $whole are $text', ({ part, whole, text }) => {
    expect(shareOf(part, whole)).toBe(text);
  });

  it('of alerts are per 1,000 trips, and unknown without trips', () => {
    expect([perThousandTrips(5, 50), perThousandTrips(5, 0)]).toEqual([100, null]);
  });
});

describe('districts', () => {
  it('keep the order of the rows', () => {
    const enterprises = [
      row({ district: '萧山' }),
      row({ district: '滨江' }),
      row({ district: '萧山' }),
    ];

    expect(byDistrict({ enterprises }).map(([district, rows]) => [district, rows.length])).toEqual([
      ['萧山', 2],
      ['滨江', 1],
    ]);
  });
});
