import {
  keepRecentQuery,
  readRecentQueries,
  type RecentQuery,
  type TextStorage,
} from './recent-queries.js';

class FakeStorage implements TextStorage {
  constructor(public text: string | null = null) {}
  getItem() {
    return this.text;
  }
  setItem(_: string, text: string) {
    this.text = text;
  }
}

const aQuery = (plateNo: string, change: Partial<RecentQuery> = {}): RecentQuery => ({
  plateNo,
  color: 'yellow',
  verdict: 'may_pass',
  askedAt: '2026-11-22T08:00:00Z',
  ...change,
});

describe('recent queries', () => {
  it('keeps the newest on top over a reload', () => {
    const storage = new FakeStorage();
    keepRecentQuery(storage, aQuery('浙A11111'));
    keepRecentQuery(storage, aQuery('浙A22222'));

    expect(readRecentQueries(storage).map(({ plateNo }) => plateNo)).toEqual([
      '浙A22222',
      '浙A11111',
    ]);
  });

  it('has each plate and colour once, with its last verdict', () => {
    const storage = new FakeStorage();
    keepRecentQuery(storage, aQuery('浙A11111'));
    keepRecentQuery(storage, aQuery('浙A11111', { color: 'blue' }));
    keepRecentQuery(storage, aQuery('浙A11111', { verdict: 'may_not_pass' }));

    expect(readRecentQueries(storage).map(({ color, verdict }) => [color, verdict])).toEqual([
      ['yellow', 'may_not_pass'],
      ['blue', 'may_pass'],
    ]);
  });

  it('keeps eight', () => {
    const storage = new FakeStorage();
    for (let n = 10; n < 20; n++) keepRecentQuery(storage, aQuery(`浙A000${n}`));

    expect(readRecentQueries(storage)).toHaveLength(8);
  });

  it.each(['not json', '{"a":1}', '[{"plateNo":1}]'])('takes %s for nothing', (text) => {
    expect(readRecentQueries(new FakeStorage(text))).toEqual([]);
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
