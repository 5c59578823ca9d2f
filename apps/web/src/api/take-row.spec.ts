import { QueryClient } from '@tanstack/react-query';
import { takeRow } from './take-row.js';

const KEY = ['rows'];
const row = (id: string, version: number) => ({ id, version });
type Row = ReturnType<typeof row>;

describe('taking a row into a cached list', () => {
  let queries: QueryClient;
  const rows = () => queries.getQueryData<Row[]>(KEY);

  beforeEach(() => {
    queries = new QueryClient();
  });
  afterEach(() => queries.clear());

  it.each([
    { is: 'an unknown one first', taken: row('c', 1), gives: ['c1', 'a2', 'b2'] },
    { is: 'a newer one in its place', taken: row('b', 3), gives: ['a2', 'b3'] },
    { is: 'not an older one', taken: row('b', 1), gives: ['a2', 'b2'] },
  ])('takes $is', ({ taken, gives }) => {
    queries.setQueryData(KEY, [row('a', 2), row('b', 2)]);
    takeRow(queries, KEY, taken);

    expect(rows()?.map(({ id, version }) => id + version)).toEqual(gives);
  });

  it('makes no list where none was read', () => {
    takeRow(queries, KEY, row('a', 1));

    expect(rows()).toBeUndefined();
  });

  it.each([
    { known: undefined, when: 'first' },
    { known: [row('a', 1)], when: 'again' },
  ])('keeps the row when an older answer, read $when, comes in after it', async ({ known }) => {
    if (known) queries.setQueryData(KEY, known);
    const read = queries.fetchQuery({
      queryKey: KEY,
      queryFn: () => new Promise<Row[]>((answer) => setTimeout(answer, 20, [row('a', 1)])),
    });
    takeRow(queries, KEY, row('b', 1));
    takeRow(queries, KEY, row('a', 2));
    await read;

    expect(rows()).toEqual([row('b', 1), row('a', 2)]);
  });
});
