import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildGeofenceIndex, type GeofenceIndex, type IndexedZone } from '@tongyun/geo';
import { percentile } from '../percentile.js';
import type { LngLat } from './mixed-set.js';
import type { Judge } from './peers.js';

const RUNS = 5;
const BYTES_PER_MB = 1_048_576;

/** Points judged in a second: the median of five runs after one to warm up. */
export function ratePerSec(judge: Judge, points: readonly LngLat[]): number {
  const rates: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const startMs = performance.now();
    let zones = 0;
    for (const [lng, lat] of points) zones += judge(lng, lat).length;
    const spentSec = (performance.now() - startMs) / 1_000;
    if (zones < 0) throw new Error('never'); // the answers are used
    if (run > 0) rates.push(points.length / spentSec);
  }
  return median(rates);
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** What building an index costs: the first of the process, and the median of five after it. */
export function measureBuild(zones: readonly IndexedZone[]) {
  const first = spentMs(() => buildGeofenceIndex(zones));
  const later = Array.from({ length: RUNS }, () => spentMs(() => buildGeofenceIndex(zones)));
  return { buildMs: median(later), firstBuildMs: first };
}

/** Memory that an index holds beside the zones it was built from, MB of 2^20 bytes. */
export function measureMb(build: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = build();
  const after = used();
  if (kept === undefined) throw new Error('nothing was built');
  return (after - before) / BYTES_PER_MB;
}

/** Replaces each of the zones by another area: the median of five for the zone that takes longest. */
export function measureReplaceMs(
  index: GeofenceIndex,
  replacements: readonly IndexedZone[],
): number {
  return Math.max(
    ...replacements.map((zone) =>
      median(Array.from({ length: RUNS }, () => spentMs(() => index.with(zone)))),
    ),
  );
}

function spentMs(act: () => unknown): number {
  const startMs = performance.now();
  act();
  return performance.now() - startMs;
}
