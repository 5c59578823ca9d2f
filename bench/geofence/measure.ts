import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildGeofenceIndex, type GeofenceIndex, type IndexedZone } from '@tongyun/geo';
import { percentile } from '../percentile.js';
import type { LngLat } from './mixed-set.js';
import type { Judge } from './peers.js';

const RUNS = 5;
const BYTES_PER_MB = 1_048_576;

/** A run asks all points again and again until it has lasted this long. */
const RUN_MS = 200;

interface Contestant {
  readonly judge: Judge;
  readonly points: readonly LngLat[];
}

/**
 * Points a second that each contestant judges: the median of five runs after one to warm up.
 *
 * They take turns, run by run, so that what slows the machine for a while slows all of them. The
 * coordinates lie in one flat array: fetching them costs nobody more than the other.
 */
export function ratesPerSec<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
): Record<Name, number> {
  const names = Object.keys(contestants) as Name[];
  const flat = new Map(
    names.map((name) => [name, Float64Array.from(contestants[name].points.flat())] as const),
  );
  const rates = new Map(names.map((name) => [name, [] as number[]] as const));
  for (let run = 0; run <= RUNS; run += 1) {
    for (const name of names) {
      const rate = runOnce(contestants[name].judge, flat.get(name)!);
      if (run > 0) rates.get(name)!.push(rate);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(rates.get(name)!)])) as Record<
    Name,
    number
  >;
}

function runOnce(judge: Judge, coordinates: Float64Array): number {
  const startMs = performance.now();
  let zones = 0;
  let asked = 0;
  let lastedMs = 0;
  while (lastedMs < RUN_MS) {
    for (let at = 0; at < coordinates.length; at += 2) {
      zones += judge(coordinates[at]!, coordinates[at + 1]!).length;
    }
    asked += coordinates.length / 2;
    lastedMs = performance.now() - startMs;
  }
  if (zones < 0) throw new Error('never'); // the answers are used
  return asked / (lastedMs / 1_000);
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
