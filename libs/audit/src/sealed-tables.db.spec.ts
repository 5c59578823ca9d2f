import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { SealedRows } from './data/sealed-rows.repository.js';
import { SEALED_TABLES } from './rules/sealed-tables.js';
import { LAST_ID, NO_ID } from './rules/time-ordered-id.js';

describe('every sealed table', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it.each(SEALED_TABLES)('can be read beside its links: $source', async (table) => {
    const { manager } = database.dataSource;
    const rows = new SealedRows();

    await expect(rows.besideUpTo(manager, table, NO_ID, LAST_ID)).resolves.toEqual([]);
    await expect(
      rows.unsealed(manager, table, { after: NO_ID, before: LAST_ID, limit: 1 }),
    ).resolves.toEqual([]);
  });
});
