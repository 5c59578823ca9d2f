import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { OWN_DATA } from './data/own-data.repository.js';

/** Left out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  fix_waiting: 'positions on their way to be judged: they are in `fix` too',
};

describe('what a driver may have of himself', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it('is of every table that names a driver', async () => {
    const tables: { name: string }[] = await database.dataSource.query(
      `SELECT c.relname AS name FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'driver_id' AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
    );

    const missing = tables
      .map(({ name }) => name)
      .filter((name) => !(name in LEFT_OUT) && !new RegExp(`\\b${name}\\b`).test(OWN_DATA));

    expect(missing).toEqual([]);
  });
});
