import { copyOn } from '@tongyun/platform';
import { Client } from 'pg';

/** The columns that the doors write, with their types. */
const COLUMNS = [
  ['vehicle_id', 'uuid'],
  ['at', 'timestamptz'],
  ['arrival', 'bigint'],
  ['shard', 'smallint'],
  ['source', 'text'],
  ['terminal_id', 'uuid'],
  ['driver_id', 'uuid'],
  ['client_id', 'uuid'],
  ['received_at', 'timestamptz'],
  ['crs', 'text'],
  ['lng_sent', 'float8'],
  ['lat_sent', 'float8'],
  ['lng', 'float8'],
  ['lat', 'float8'],
  ['accuracy_m', 'float8'],
  ['altitude_m', 'float8'],
  ['speed_kph', 'float8'],
  ['heading_deg', 'float8'],
  ['mileage_km', 'float8'],
  ['alarm_bits', 'bigint'],
  ['status_bits', 'bigint'],
  ['is_located', 'boolean'],
  ['extras', 'jsonb'],
] as const;
const NAMES = COLUMNS.map(([name]) => name).join(', ');
const COPY = `COPY fix (${NAMES}) FROM STDIN`;
const INSERT = `INSERT INTO fix (${NAMES})
  SELECT * FROM unnest(${COLUMNS.map(([, type], nth) => `$${nth + 1}::${type}[]`).join(', ')})`;

const BATCH_SIZES = [500, 1_000, 2_000, 5_000, 10_000];

/** A row's values as PostgreSQL writes them. */
type Row = readonly (string | null)[];
type Batch = (client: Client) => Promise<unknown>;

export interface DatabaseAlone {
  readonly rowsPerSec: number;
  readonly method: 'unnest' | 'copy';
  readonly batchSize: number;
}

/** The stored fixes of a database, in the order they came. */
export async function readRows(client: Client, limit: number): Promise<Row[]> {
  const texts = COLUMNS.map(([name]) => `${name}::text`).join(', ');
  const { rows } = await client.query<(string | null)[]>({
    text: `SELECT ${texts} FROM fix ORDER BY arrival LIMIT ${limit}`,
    rowMode: 'array',
  });
  return rows;
}

/**
 * How fast the database takes these rows when nothing else is done: the best of every way and size on
 * all of them, with their bytes made before. A batch is a transaction.
 */
export async function measureDatabaseAlone(
  url: string,
  rows: readonly Row[],
): Promise<DatabaseAlone> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let best: DatabaseAlone | null = null;
    for (const method of ['unnest', 'copy'] as const) {
      for (const batchSize of BATCH_SIZES) {
        const rowsPerSec = await rateOf(client, rows, method, batchSize);
        console.error(
          `database alone, ${method} by ${batchSize}: ${Math.round(rowsPerSec)} rows/s`,
        );
        if (best === null || rowsPerSec > best.rowsPerSec) best = { rowsPerSec, method, batchSize };
      }
    }
    return best!;
  } finally {
    await client.end();
  }
}

async function rateOf(
  client: Client,
  rows: readonly Row[],
  method: DatabaseAlone['method'],
  batchSize: number,
): Promise<number> {
  await client.query('TRUNCATE fix');
  await client.query('CHECKPOINT');
  const batches: Batch[] = [];
  for (let first = 0; first < rows.length; first += batchSize) {
    const some = rows.slice(first, first + batchSize);
    batches.push(method === 'copy' ? byCopy(some) : byUnnest(some));
  }
  const started = performance.now();
  for (const batch of batches) await batch(client);
  return rows.length / ((performance.now() - started) / 1_000);
}

function byCopy(rows: readonly Row[]): Batch {
  const lines = rows.map((row) => row.map(copyText).join('\t') + '\n');
  const bytes = Buffer.from(lines.join(''));
  return (client) => copyOn(client, COPY, bytes);
}

function byUnnest(rows: readonly Row[]): Batch {
  const arrays = COLUMNS.map((_, nth) => `{${rows.map((row) => arrayText(row[nth]!)).join(',')}}`);
  return (client) => client.query({ name: 'add-fixes', text: INSERT, values: arrays });
}

const copyText = (value: string | null): string =>
  value === null ? String.raw`\N` : value.replaceAll('\\', String.raw`\\`);

const arrayText = (value: string | null): string =>
  value === null ? 'NULL' : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
