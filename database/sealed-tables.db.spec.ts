import { SEALED_TABLES, tableOf } from '@tongyun/audit';
import { openTestDatabase, type TestDatabase } from '../test/support/test-database.js';

describe('sealed tables', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it.each(SEALED_TABLES)('have every column of $source in the newest form', async (table) => {
    const columns: { column_name: string }[] = await database.dataSource.query(
      `SELECT column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1`,
      [tableOf(table)],
    );
    const { plain, instants, shapes = [] } = table.forms.at(-1)!;
    const known = [...plain, ...instants, ...shapes, ...(table.changing ?? [])];

    expect(known.toSorted()).toEqual(columns.map((column) => column.column_name).toSorted());
  });

  it.each(SEALED_TABLES.filter(({ where }) => where === undefined))(
    'refuse to rewrite $source',
    async (table) => {
      const guards: { name: string }[] = await database.dataSource.query(
        `SELECT tgname AS name FROM pg_trigger
         WHERE tgrelid = $1::regclass AND NOT tgisinternal ORDER BY 1`,
        [tableOf(table)],
      );

      expect(guards.map(({ name }) => name)).toEqual(['never_emptied', 'only_added']);
    },
  );
});
