import type { IndexedZone } from '@tongyun/geo';
import { Client } from 'pg';
import { startThrowawayPostgres } from '../../scripts/throwaway-postgres.mjs';
import type { LngLat } from './mixed-set.js';
import type { Judge } from './peers.js';

const BATCH = 5_000;

interface PostgisAnswers {
  readonly perSec: number;
  /** At how many of the points PostGIS names other zones. */
  countMismatches(judge: Judge): number;
}

/** Asks a PostgreSQL of this machine the same; null, and a word of why, where there is none. */
export async function askPostgis(
  zones: readonly IndexedZone[],
  points: readonly LngLat[],
): Promise<PostgisAnswers | null> {
  const postgres = await startPostgres();
  if (postgres === null) return null;
  const client = new Client({ connectionString: postgres.urlOf('postgres') });
  try {
    await client.connect();
    await load(client, zones);
    const startMs = performance.now();
    const answers: number[][] = [];
    for (let from = 0; from < points.length; from += BATCH) {
      answers.push(...(await ask(client, points.slice(from, from + BATCH))));
    }
    const perSec = points.length / ((performance.now() - startMs) / 1_000);
    const idsAt = answers.map((places) => places.map((place) => zones[place]!.id).join());
    return {
      perSec,
      countMismatches: (judge) =>
        points.filter(([lng, lat], nth) => judge(lng, lat).join() !== idsAt[nth]).length,
    };
  } finally {
    await client.end();
    await postgres.stop();
  }
}

async function startPostgres() {
  try {
    return await startThrowawayPostgres(['max_parallel_workers_per_gather=0']);
  } catch (error) {
    console.error(`PostGIS is not asked: ${String(error)}`);
    return null;
  }
}

async function load(client: Client, zones: readonly IndexedZone[]): Promise<void> {
  await client.query('CREATE EXTENSION postgis');
  await client.query('CREATE TABLE zone (place int PRIMARY KEY, area geometry NOT NULL)');
  await client.query(
    `INSERT INTO zone SELECT place - 1, ST_SetSRID(ST_GeomFromGeoJSON(area), 4326)
     FROM unnest($1::text[]) WITH ORDINALITY AS it(area, place)`,
    [zones.map(({ area }) => JSON.stringify(area))],
  );
  await client.query('CREATE INDEX zone_area ON zone USING gist (area)');
  await client.query('ANALYZE zone');
}

async function ask(client: Client, points: readonly LngLat[]): Promise<number[][]> {
  const { rows } = await client.query<{ zones: number[] | null }>(
    `SELECT (SELECT array_agg(place ORDER BY place) FROM zone
             WHERE ST_Covers(area, ST_SetSRID(ST_MakePoint(lng, lat), 4326))) AS zones
     FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS point(lng, lat, nth)
     ORDER BY nth`,
    [points.map(([lng]) => lng), points.map(([, lat]) => lat)],
  );
  return rows.map(({ zones }) => zones ?? []);
}
