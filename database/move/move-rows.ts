import { copyOn } from '@tongyun/platform';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { toCopyText } from './copy-text.js';
import {
  readForeignKeys,
  readPartitions,
  readSequences,
  readTables,
  type Table,
} from './read-shape.js';
import { rowsAtOnce } from './rows-at-once.js';

export interface MovedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies every row of one database into another that has the same schema and no rows, all or nothing.
 * What guards rows against being written by the way stands aside meanwhile; foreign keys are checked
 * when all rows are there.
 *
 * @param source of any kind; nobody writes to it meanwhile
 * @param target a PostgreSQL server: the embedded database has no COPY on its wire
 * @throws where a table of the target has rows, or other rows at the end than the source; then nothing is changed
 */
export async function moveRows(source: Client, target: Client): Promise<MovedTable[]> {
  const tables = await readTables(source);
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await target.query('BEGIN');
  try {
    await addPartitions(source, target);
    await refuseRows(target);
    const restore = await standAside(target, tables);
    const moved: MovedTable[] = [];
    for (const table of tables) moved.push(await moveTable(source, target, table));
    await target.query('SET CONSTRAINTS ALL IMMEDIATE');
    await restore();
    await setSequences(source, target);
    await target.query('COMMIT');
    return moved;
  } catch (error) {
    await target.query('ROLLBACK');
    throw error;
  } finally {
    await source.query('ROLLBACK');
  }
}

/** Partitions come with the days that something was stored of: the migrations know none of them. */
async function addPartitions(source: Client, target: Client): Promise<void> {
  const known = new Set((await readPartitions(target)).map(({ name }) => name));
  for (const { name, parent, bound } of await readPartitions(source)) {
    if (known.has(name)) continue;
    await target.query(
      `CREATE TABLE ${escapeIdentifier(name)} PARTITION OF ${escapeIdentifier(parent)} ${bound}`,
    );
  }
}

/** Throws where any table has rows, be it of ours or not; a database without tables has none. */
export async function refuseRows(target: Client): Promise<void> {
  const table = await findTableWithRows(target);
  if (table !== null) throw new Error(`The database to move to has rows already, in ${table}.`);
}

/** Throws where no table has rows: who would move nothing has named another folder than his own. */
export async function refuseNothing(source: Client): Promise<void> {
  if ((await findTableWithRows(source)) === null) throw new Error('There is nothing to move.');
}

async function findTableWithRows(client: Client): Promise<string | null> {
  for (const { name } of await readTables(client)) {
    const { rowCount } = await client.query(`SELECT FROM ${escapeIdentifier(name)} LIMIT 1`);
    if (rowCount !== 0) return name;
  }
  return null;
}

/** @returns what puts the guards back */
async function standAside(target: Client, tables: readonly Table[]): Promise<() => Promise<void>> {
  const keys = await readForeignKeys(target);
  const letKeys = async (when: string) => {
    for (const { table, name } of keys) {
      await target.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${escapeIdentifier(name)} ${when}`);
    }
  };
  const letTriggers = async (whether: string) => {
    for (const { name } of tables) {
      await target.query(`ALTER TABLE ${escapeIdentifier(name)} ${whether} TRIGGER USER`);
    }
  };
  await letTriggers('DISABLE');
  await letKeys('DEFERRABLE INITIALLY DEFERRED');
  return async () => {
    await letKeys('NOT DEFERRABLE');
    await letTriggers('ENABLE');
  };
}

async function moveTable(
  source: Client,
  target: Client,
  { name, columns }: Table,
): Promise<MovedTable> {
  const table = escapeIdentifier(name);
  const names = columns.map(escapeIdentifier);
  const texts = names.map((column) => `${column}::text`).join(', ');
  const atOnce = rowsAtOnce(await largestBytesOf(source, table));
  await source.query(`DECLARE moved NO SCROLL CURSOR FOR SELECT ${texts} FROM ${table}`);
  let rows = 0;
  for (;;) {
    const fetched = await source.query<(string | null)[]>({
      text: `FETCH ${atOnce} FROM moved`,
      rowMode: 'array',
    });
    if (fetched.rows.length === 0) break;
    const statement = `COPY ${table} (${names.join(', ')}) FROM STDIN`;
    await copyOn(target, statement, toCopyText(fetched.rows));
    rows += fetched.rows.length;
  }
  await source.query('CLOSE moved');
  const counted = await target.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
  if (Number(counted.rows[0]?.n) !== rows) {
    throw new Error(`${name} has ${counted.rows[0]?.n} rows where ${rows} were read.`);
  }
  return { table: name, rows };
}

/** Of the largest row as text; 0 of an empty table. */
async function largestBytesOf(source: Client, table: string): Promise<number> {
  const { rows } = await source.query<{ bytes: number | null }>(
    `SELECT max(octet_length(one::text)) AS bytes FROM ${table} one`,
  );
  return rows[0]?.bytes ?? 0;
}

async function setSequences(source: Client, target: Client): Promise<void> {
  for (const { name, lastValue } of await readSequences(source)) {
    if (lastValue === null) continue;
    await target.query(`SELECT setval(${escapeLiteral(name)}::regclass, $1)`, [lastValue]);
  }
}
