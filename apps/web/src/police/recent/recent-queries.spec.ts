import {
  forgetRecentQueries,
  keepRecentQuery,
  readRecentQueries,
  type RecentQuery,
  type TextStorage,
} from './recent-queries.js';

const NOON = '2026-11-22T04:00:00Z';
const AT_NOON = new Date(NOON);

class FakeStorage implements TextStorage {
  constructor(public text: string | null = null) {}
  getItem() {
    return this.text;
  }
  setItem(_: string, text: string) {
    this.text = text;
  }
  removeItem() {
    this.text = null;
  }
}

const aQuery = (plateNo: string, change: Partial<RecentQuery> = {}): RecentQuery => ({
  plateNo,
  color: 'yellow',
  askedAt: NOON,
  ...change,
});

describe('recent queries', () => {
  it('keeps the newest on top over a reload', () => {
    const storage = new FakeStorage();
    keepRecentQuery(storage, aQuery('浙A11111'));
    keepRecentQuery(storage, aQuery('浙A22222'));

    expect(readRecentQueries(storage, AT_NOON).map(({ plateNo }) => plateNo)).toEqual([
      '浙A22222',
      '浙A11111',
    ]);
  });

  it('has each plate and colour once, the last asked on top', () => {
    const storage = new FakeStorage();
    keepRecentQuery(storage, aQuery('浙A11111'));
    keepRecentQuery(storage, aQuery('浙A11111', { color: 'blue' }));
    keepRecentQuery(storage, aQuery('浙A11111'));

    expect(readRecentQueries(storage, AT_NOON).map(({ color }) => color)).toEqual([
      'yellow',
      'blue',
    ]);
  });

  it('keeps no verdict, and drops one that was kept', () => {
    const storage = new FakeStorage(
      JSON.stringify([{ ...aQuery('浙A11111'), verdict: 'may_pass' }]),
    );

    expect(readRecentQueries(storage, AT_NOON)).toEqual([aQuery('浙A11111')]);
    keepRecentQuery(storage, aQuery('浙A22222'));
    expect(storage.text).not.toContain('may_pass');
  });

  it.each([
    { askedAt: '2026-11-22T02:00:01Z', kept: 1, what: 'nearly two hours ago' },
    { askedAt: '2026-11-22T02:00:00Z', kept: 0, what: 'two hours ago' },
    { askedAt: '2026-11-15T04:00:00Z', kept: 0, what: 'a week ago at the same time' },
    { askedAt: '2026-11-22T04:01:00Z', kept: 0, what: 'by a clock that was ahead' },
    { askedAt: 'long ago', kept: 0, what: 'at no time that can be read' },
  ])('keeps $kept of one asked $what', ({ askedAt, kept }) => {
    const storage = new FakeStorage(JSON.stringify([aQuery('浙A11111', { askedAt })]));

    expect(readRecentQueries(storage, AT_NOON)).toHaveLength(kept);
  });

  it('keeps nothing for who signs in next', () => {
    const storage = new FakeStorage();
    keepRecentQuery(storage, aQuery('浙A11111'));

    forgetRecentQueries(storage);

    expect(readRecentQueries(storage, AT_NOON)).toEqual([]);
  });

  it('keeps eight', () => {
    const storage = new FakeStorage();
    for (let n = 10; n < 20; n++) keepRecentQuery(storage, aQuery(`浙A000${n}`));

    expect(readRecentQueries(storage, AT_NOON)).toHaveLength(8);
  });

  it.each(['not json', '{"a":1}', '[{"plateNo":1}]'])('takes %s for nothing', (text) => {
    expect(readRecentQueries(new FakeStorage(text), AT_NOON)).toEqual([]);
  });

  it('goes on when the device keeps nothing', () => {
    const full: TextStorage = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };

    expect(keepRecentQuery(full, aQuery('浙A11111'))).toHaveLength(1);
  });
});
