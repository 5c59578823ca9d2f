import { findDaysNeeded, findPartitionsOver, fixDayOf } from './fix-days.js';

describe('fixDayOf', () => {
  it('begins and ends at midnight UTC', () => {
    expect(fixDayOf(new Date('2026-11-23T23:59:59.999Z'))).toEqual({
      partition: 'fix_20261123',
      from: new Date('2026-11-23T00:00:00Z'),
      to: new Date('2026-11-24T00:00:00Z'),
    });
    expect(fixDayOf(new Date('2026-11-24T00:00:00Z')).partition).toBe('fix_20261124');
  });
});

describe('findDaysNeeded', () => {
  it('goes from the oldest day a late fix may be of to three days ahead', () => {
    const days = findDaysNeeded(new Date('2026-11-30T05:00:00Z'), 30);

    expect(days.map(({ partition }) => partition)).toEqual([
      'fix_20261128',
      'fix_20261129',
      'fix_20261130',
      'fix_20261201',
      'fix_20261202',
      'fix_20261203',
    ]);
  });
});

describe('findPartitionsOver', () => {
  it('names days that are over to their end, and nothing that is no day', () => {
    const names = ['fix_20261120', 'fix_20261121', 'fix_20261122', 'fix_other', 'fix_left'];

    expect(findPartitionsOver(names, new Date('2026-11-22T00:00:00Z'))).toEqual([
      'fix_20261120',
      'fix_20261121',
    ]);
    expect(findPartitionsOver(names, new Date('2026-11-21T23:59:59Z'))).toEqual(['fix_20261120']);
  });
});
