import { buildGeofenceIndex } from '@tongyun/geo';
import { parseArgs } from 'node:util';
import { exactJudge } from './geofence/exact-judge.js';
import { judgeTrack } from './geofence/judge-track.js';
import { measureBuild, measureMb, measureReplaceMs, ratesPerSec } from './geofence/measure.js';
import { type LngLat, mixedZones, uniformPoints } from './geofence/mixed-set.js';
import { flatbushAndHao, type Judge, turfLoop } from './geofence/peers.js';
import { askPostgis } from './geofence/postgis.js';
import { readZones } from './geofence/read-zones.js';

const POINTS = 100_000;
/** Turf's loop asks every zone: this many points tell its rate as well. */
const TURF_POINTS = 2_000;
const SEED = 20_261_127;

/**
 * Measures the geofence index beside what else could answer, on the mixed set; with
 * `--zones FILE --track FILE --out FILE` it judges a given track instead. `--jagged`: the mixed set
 * with borders several times as long.
 */
export async function run(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      zones: { type: 'string' },
      track: { type: 'string' },
      out: { type: 'string' },
      jagged: { type: 'boolean', default: false },
    },
  });
  const { zones, track, out } = values;
  if (zones === undefined && track === undefined && out === undefined) {
    return measureMixedSet(values.jagged);
  }
  if (zones === undefined || track === undefined || out === undefined) {
    throw new Error('--zones, --track and --out go together');
  }
  return judgeTrack(readZones(zones), track, out);
}

async function measureMixedSet(isJagged: boolean): Promise<object> {
  const zones = mixedZones(SEED, isJagged);
  const redrawn = mixedZones(SEED + 1, isJagged);
  const points = uniformPoints(SEED, POINTS);

  const { buildMs, firstBuildMs } = measureBuild(zones);
  const indexMb = measureMb(() => buildGeofenceIndex(zones));
  const index = buildGeofenceIndex(zones);
  const ours: Judge = (lng, lat) => index.zonesAt(lng, lat);
  const rates = ratesPerSec({
    ours: { judge: ours, points },
    flatbushHao: { judge: flatbushAndHao(zones), points },
    turf: { judge: turfLoop(zones), points: points.slice(0, TURF_POINTS) },
  });
  const postgis = await askPostgis(zones, points);

  return {
    oursPerSec: Math.round(rates.ours),
    flatbushHaoPerSec: Math.round(rates.flatbushHao),
    turfPerSec: Math.round(rates.turf),
    ...(postgis ? { postgisPerSec: Math.round(postgis.perSec) } : {}),
    timesFlatbushHao: round(rates.ours / rates.flatbushHao),
    timesTurf: Math.round(rates.ours / rates.turf),
    buildMs: round(buildMs),
    firstBuildMs: round(firstBuildMs),
    indexMb: round(indexMb),
    replaceMs: round(measureReplaceMs(index, redrawn)),
    zones: zones.length,
    points: points.length,
    inZones: round(points.reduce((sum, point) => sum + ours(...point).length, 0) / points.length),
    mismatches: countMismatches(ours, exactJudge(zones), points),
    ...(postgis ? { postgisMismatches: postgis.countMismatches(ours) } : {}),
  };
}

function countMismatches(one: Judge, other: Judge, points: readonly LngLat[]): number {
  return points.filter((point) => one(...point).join() !== other(...point).join()).length;
}

const round = (value: number): number => Math.round(value * 10) / 10;
