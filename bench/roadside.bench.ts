import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startThrowawayPostgres } from '../scripts/throwaway-postgres.mjs';
import { freePorts, startProcess } from '../test/browser/support/product-process.js';
import { Sender } from './ingest/sender.js';
import { percentile } from './percentile.js';
import { enterCity } from './roadside/enter-city.js';
import { enterOfficers, Officers, signInOfficers } from './roadside/officers.js';

/** Told to the runner: the built product is started, so it must be up to date. */
export const measuresProduct = true;

const OPTIONS = {
  vehicles: { type: 'string', default: '3061' },
  officers: { type: 'string', default: '55' },
  queries: { type: 'string', default: '500' },
  fixes: { type: 'string', default: '320' },
  seconds: { type: 'string', default: '30' },
} as const;
/** At the same rate, until what a question runs through is compiled: a city's server has been up for weeks. */
const WARM_UP_SECONDS = 20;
const DATABASE = 'roadside';

/**
 * Officers ask about a city's vehicles while those report where they are: on a PostgreSQL of its
 * own, from other processes, at a set rate whether answered or not. A delay counts from when the
 * question was due; an answer is one with its row on record.
 */
export async function run(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const [vehicles, officerCount] = [Number(values.vehicles), Number(values.officers)];
  const [queriesPerSec, fixesPerSec] = [Number(values.queries), Number(values.fixes)];
  const seconds = Number(values.seconds);
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-bench-'));
  const postgres = await startThrowawayPostgres(['fsync=on', 'max_connections=50']);
  const url = postgres.urlOf(DATABASE);
  const stops: (() => Promise<unknown>)[] = [() => postgres.stop()];
  try {
    const admin = new Client({ connectionString: postgres.urlOf('postgres') });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    await admin.end();
    const ports = await freePorts();
    const start = () => startProcess(folder, ports, { DATABASE_URL: url, LOG_LEVEL: 'warn' });
    await (await start()).stop(); // leaves the schema, the demo's zones and its sign-ins

    const client = new Client({ connectionString: url });
    await client.connect();
    stops.push(() => client.end());
    const startMs = Math.floor(Date.now() / 1_000) * 1_000;
    const load = { vehicles, startMs };
    await enterCity(client, load);
    await enterOfficers(client, officerCount);
    const product = await start();
    stops.push(() => product.stop());
    const sender = new Sender(new URL('./roadside-sender.mjs', import.meta.url));
    stops.push(() => sender.stop());
    await sender.connect(ports.jt808Port, load);
    const officers = new Officers();
    stops.push(() => officers.stop());
    const accessTokens = await signInOfficers(product.baseUrl, officerCount);

    const shift = { baseUrl: product.baseUrl, accessTokens, load, queriesPerSec };
    const count = Math.ceil(((seconds + WARM_UP_SECONDS) * fixesPerSec) / vehicles);
    await sender.prepare(0, count);
    const order = { kind: 'pace' as const, from: 0, count, perSec: fixesPerSec, together: 1 };
    const fixes = sender.send(order);
    const warm = await officers.patrol({ ...shift, seconds: WARM_UP_SECONDS });
    console.error(`warm: ${JSON.stringify(figuresOf(warm.delaysMs))}`);
    const before = await countRows(client);
    const report = await officers.patrol({ ...shift, seconds });
    const after = await countRows(client);
    await fixes;

    const answers = report.statuses[200] ?? 0;
    const asked = queriesPerSec * seconds;
    const tookSec = report.tookMs / 1_000;
    return {
      queriesPerSec: Math.round(answers / tookSec),
      ...figuresOf(report.delaysMs),
      errors: asked - answers,
      notOnRecord: answers - (after.checks - before.checks),
      fixesPerSec: Math.round((after.fixes - before.fixes) / tookSec),
      officers: officerCount,
      vehicles,
      verdicts: report.verdicts,
    };
  } finally {
    for (const stop of stops.toReversed()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function countRows(client: Client): Promise<{ checks: number; fixes: number }> {
  const { rows } = await client.query<{ checks: number; fixes: number }>(
    `SELECT (SELECT count(*)::int FROM roadside_check) AS checks,
       (SELECT count(*)::int FROM fix)
         - (SELECT coalesce(sum(fixes), 0)::int FROM fix_waiting) AS fixes`,
  );
  return rows[0]!;
}

const figuresOf = (delaysMs: readonly number[]) => ({
  p50Ms: tenths(percentile(delaysMs, 0.5)),
  p99Ms: tenths(percentile(delaysMs, 0.99)),
  maxMs: tenths(percentile(delaysMs, 1)),
});

const tenths = (value: number): number => Math.round(value * 10) / 10;
