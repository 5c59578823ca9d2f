import { canCopyIn, copyIn } from '@tongyun/platform';
import type { EntityManager } from 'typeorm';
import { toStoredState, type TrackWrite } from './stored-track.js';

const COLUMNS = `vehicle_id, state, version, fix_at, received_at, lng, lat, speed_kph, heading_deg,
  source`;

/** Puts tracks from `source` over those of the version before; says how many that were. */
const upsertFrom = (source: string): string => `
  WITH saved AS (
    INSERT INTO vehicle_track AS track (${COLUMNS}) SELECT ${COLUMNS} FROM ${source}
    ON CONFLICT (vehicle_id) DO UPDATE SET
      state = excluded.state, version = excluded.version,
      fix_at = coalesce(excluded.fix_at, track.fix_at),
      received_at = coalesce(excluded.received_at, track.received_at),
      lng = coalesce(excluded.lng, track.lng), lat = coalesce(excluded.lat, track.lat),
      speed_kph = CASE WHEN excluded.fix_at IS NULL THEN track.speed_kph
        ELSE excluded.speed_kph END,
      heading_deg = CASE WHEN excluded.fix_at IS NULL THEN track.heading_deg
        ELSE excluded.heading_deg END,
      source = coalesce(excluded.source, track.source)
    WHERE track.version = excluded.version - 1
    RETURNING 1)
  SELECT count(*)::integer AS count FROM saved`;

/** A table of the connection's own, empty again once the transaction is over. */
const MAKE_ROOM = `CREATE TEMP TABLE IF NOT EXISTS written_track (LIKE vehicle_track) ON COMMIT DELETE ROWS`;
const COPY = `COPY written_track (${COLUMNS}) FROM STDIN`;
const FROM_COPIED = upsertFrom('written_track');
const FROM_JSON = upsertFrom(`json_to_recordset($1::json) AS written (vehicle_id uuid, state jsonb,
  version integer, fix_at timestamptz, received_at timestamptz, lng float8, lat float8,
  speed_kph float8, heading_deg float8, source text)`);

/**
 * Writes states over those of the version before.
 *
 * @returns how many were written; fewer than given when one was written meanwhile
 */
export async function writeTracks(
  tx: EntityManager,
  tracks: readonly TrackWrite[],
): Promise<number> {
  const [{ count }] = (await canCopyIn(tx)) ? await copy(tx, tracks) : await insert(tx, tracks);
  return count;
}

type Counted = [{ count: number }];

/** Far cheaper than `insert`: what costs the database most is to take a thousand states out of one text. */
async function copy(tx: EntityManager, tracks: readonly TrackWrite[]): Promise<Counted> {
  await tx.query(MAKE_ROOM);
  await copyIn(tx, COPY, Buffer.from(tracks.map(lineOf).join('')));
  return tx.query(FROM_COPIED);
}

/** One text for all of them: an array for each column would have every state escaped once more. */
function insert(tx: EntityManager, tracks: readonly TrackWrite[]): Promise<Counted> {
  return tx.query(FROM_JSON, [JSON.stringify(tracks.map(toRow))]);
}

/** By column; the version is the one it has from then on. */
const toRow = ({ vehicleId, state, version, lastFix }: TrackWrite) => ({
  vehicle_id: vehicleId,
  state: toStoredState(state),
  version: version + 1,
  fix_at: lastFix?.input.at ?? null,
  received_at: lastFix?.input.receivedAt ?? null,
  lng: lastFix?.input.lng ?? null,
  lat: lastFix?.input.lat ?? null,
  speed_kph: lastFix?.speedKph ?? null,
  heading_deg: lastFix?.headingDeg ?? null,
  source: lastFix?.input.source ?? null,
});

/** A line of COPY's text format: nothing but the state can hold what it escapes. */
function lineOf(track: TrackWrite): string {
  const row = toRow(track);
  const state = JSON.stringify(row.state).replaceAll('\\', String.raw`\\`);
  const others = [row.version, row.fix_at?.toISOString(), row.received_at?.toISOString()];
  const place = [row.lng, row.lat, row.speed_kph, row.heading_deg, row.source];
  return `${[row.vehicle_id, state, ...others, ...place].map(textOf).join('\t')}\n`;
}

const textOf = (value: string | number | null | undefined): string | number =>
  value ?? String.raw`\N`;
