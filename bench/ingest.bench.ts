import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startThrowawayPostgres } from '../scripts/throwaway-postgres.mjs';
import { measureDatabaseAlone } from './ingest/database-alone.js';
import { IngestRun, TOGETHER } from './ingest/ingest-run.js';
import { latencies } from './percentile.js';

/** Told to the runner: the built product is started, so it must be up to date. */
export const measuresProduct = true;

const OPTIONS = {
  vehicles: { type: 'string', default: '1000' },
  /** Of each vehicle, as fast as they are taken. */
  fixes: { type: 'string', default: '2000' },
  /** How long the delays are measured, at half the rate. */
  seconds: { type: 'string', default: '20' },
} as const;

/**
 * What is durable is what is measured; no checkpoint falls into one of the measurements alone, and each writes new
 * files of the log: those used before are quicker, and there are some only for who is measured last.
 */
const POSTGRES_SETTINGS = ['fsync=on', 'max_connections=50', 'max_wal_size=4GB', 'wal_recycle=off'];

/**
 * TCP bytes to stored, judged and on the screen, beside what the same PostgreSQL takes by itself:
 * 1. as many as are taken, 2. half of that with the delay of each, 3. killed at work, 4. PostgreSQL alone.
 */
export async function run(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const vehicles = Number(values.vehicles);
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-bench-'));
  const postgres = await startThrowawayPostgres(POSTGRES_SETTINGS);
  try {
    const bench = await IngestRun.prepare({ folder, urlOf: postgres.urlOf, vehicles });
    try {
      const rate = await bench.measureRate(Number(values.fixes));
      const halfPerSec = rate.fixesPerSec / 2;
      const delaysMs = await bench.measureDelays(halfPerSec, Number(values.seconds), TOGETHER);
      const kept = await bench.kill(Math.ceil(rate.fixesPerSec / vehicles) * 10);
      const rows = await bench.rows();
      await bench.stop();
      const alone = await measureDatabaseAlone(bench.emptyCopy, rows);
      const { p50Ms, p99Ms } = latencies(delaysMs);
      return {
        databaseAloneRowsPerSec: Math.round(alone.rowsPerSec),
        databaseAlone: `${alone.method} by ${alone.batchSize}`,
        pipelineFixesPerSec: Math.round(rate.fixesPerSec),
        cpuUsPerFix: rate.cpuUsPerFix,
        ratio: Math.round((rate.fixesPerSec / alone.rowsPerSec) * 1_000) / 1_000,
        p50Ms,
        p99Ms,
        ...kept,
        fixes: rate.fixes,
        vehicles,
      };
    } finally {
      await bench.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
