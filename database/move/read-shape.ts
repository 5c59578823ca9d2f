import type { Client } from 'pg';

export interface Table {
  readonly name: string;
  /** What rows are written with: a generated column makes itself. */
  readonly columns: readonly string[];
}

export interface Partition {
  readonly name: string;
  readonly parent: string;
  /** As `CREATE TABLE … PARTITION OF …` takes it. */
  readonly bound: string;
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
}

/** What the migrations themselves keep, and who works on what at this moment. */
const NOT_DATA = ['migrations', 'lease'];

/** Tables of ours that hold data, a partitioned one once; nothing of an extension's. */
export async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND NOT c.relname = ANY ($1)
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.relname ORDER BY c.relname`,
    [NOT_DATA],
  );
  return rows;
}

export async function readPartitions(client: Client): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `SELECT c.relname AS name, p.relname AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound
     FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition AND c.relkind = 'r'
     ORDER BY c.relname`,
  );
  return rows;
}

/** The foreign keys that are checked with every row. */
export async function readForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
       AND NOT condeferrable
     ORDER BY 1, 2`,
  );
  return rows;
}

/** Where each sequence stands; null before its first number. */
export async function readSequences(
  client: Client,
): Promise<{ readonly name: string; readonly lastValue: string | null }[]> {
  const { rows } = await client.query<{ name: string; lastValue: string | null }>(
    `SELECT sequencename AS name, last_value::text AS "lastValue" FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows;
}
