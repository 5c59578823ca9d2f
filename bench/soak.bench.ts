import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startThrowawayPostgres } from '../scripts/throwaway-postgres.mjs';
import { IngestRun } from './ingest/ingest-run.js';
import { latencies } from './percentile.js';

/** Told to the runner: the built product is started, so it must be up to date. */
export const measuresProduct = true;

const OPTIONS = {
  minutes: { type: 'string', default: '10' },
  vehicles: { type: 'string', default: '1000' },
  /** Hangzhou's 3,100 vehicles with a fix every ten seconds. */
  'per-sec': { type: 'string', default: '310' },
} as const;
const SAMPLE_SEC = 30;
const SEC_PER_MIN = 60;
const BYTES_PER_MB = 1_048_576;

interface Sample {
  readonly atSec: number;
  readonly rssMb: number;
  readonly heapMb: number;
  readonly openFiles: number;
  readonly handles: number;
  readonly eventLoopLagP99Ms: number;
  readonly waiting: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Whether what the product needs stays the same while it takes a city's fixes for a long time. */
export async function run(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const [vehicles, perSec] = [Number(values.vehicles), Number(values['per-sec'])];
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-bench-'));
  const postgres = await startThrowawayPostgres(['fsync=on', 'max_connections=50']);
  try {
    const bench = await IngestRun.prepare({ folder, urlOf: postgres.urlOf, vehicles });
    try {
      const samples = await soak(bench, perSec, Number(values.minutes) * SEC_PER_MIN);
      return {
        minutes: Number(values.minutes),
        vehicles,
        perSec,
        rssMb: spanOf(samples, 'rssMb'),
        heapMb: spanOf(samples, 'heapMb'),
        openFiles: spanOf(samples, 'openFiles'),
        handles: spanOf(samples, 'handles'),
        eventLoopLagP99Ms: spanOf(samples, 'eventLoopLagP99Ms'),
        waiting: spanOf(samples, 'waiting'),
        p99Ms: spanOf(samples, 'p99Ms'),
        missing: await bench.countMissing(),
        samples,
      };
    } finally {
      await bench.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soak(bench: IngestRun, perSec: number, seconds: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  const started = performance.now();
  while (performance.now() - started < seconds * 1_000) {
    const delays = latencies(await bench.measureDelays(perSec, SAMPLE_SEC));
    const metrics = await bench.metrics();
    const valueOf = (name: string) => metrics.get(name) ?? Number.NaN;
    samples.push({
      atSec: Math.round((performance.now() - started) / 1_000),
      rssMb: Math.round(valueOf('process_resident_memory_bytes') / BYTES_PER_MB),
      heapMb: Math.round(valueOf('nodejs_heap_size_used_bytes') / BYTES_PER_MB),
      openFiles: valueOf('process_open_fds'),
      handles: valueOf('nodejs_active_handles_total'),
      eventLoopLagP99Ms: Math.round(valueOf('nodejs_eventloop_lag_p99_seconds') * 1_000),
      waiting: valueOf('tracking_fixes_waiting'),
      p50Ms: delays.p50Ms,
      p99Ms: delays.p99Ms,
    });
    console.error(JSON.stringify(samples.at(-1)));
  }
  return samples;
}

/** At the first sample, at the last, and the most between them. */
function spanOf(samples: readonly Sample[], key: keyof Sample) {
  const values = samples.map((sample) => sample[key]);
  return { first: values[0], last: values.at(-1), most: Math.max(...values) };
}
