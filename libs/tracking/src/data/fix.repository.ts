import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IncomingFix } from '../incoming-fix.js';

/** A fix ready to be stored: its shard known, its position in WGS-84. */
export interface StorableFix extends IncomingFix {
  readonly shard: number;
  readonly lng: number;
  readonly lat: number;
}

/** Column, its type in SQL and what a fix has for it: one array each for `unnest`. */
const COLUMNS: readonly (readonly [string, string, (fix: StorableFix) => unknown])[] = [
  ['vehicle_id', 'uuid', (fix) => fix.vehicleId],
  ['at', 'timestamptz', (fix) => fix.at],
  ['shard', 'smallint', (fix) => fix.shard],
  ['source', 'text', (fix) => fix.source],
  ['terminal_id', 'uuid', (fix) => fix.terminalId],
  ['driver_id', 'uuid', (fix) => fix.driverId],
  ['client_id', 'uuid', (fix) => fix.clientId],
  ['received_at', 'timestamptz', (fix) => fix.receivedAt],
  ['crs', 'text', (fix) => fix.crs],
  ['lng_sent', 'float8', (fix) => fix.lngSent],
  ['lat_sent', 'float8', (fix) => fix.latSent],
  ['lng', 'float8', (fix) => fix.lng],
  ['lat', 'float8', (fix) => fix.lat],
  ['accuracy_m', 'float8', (fix) => fix.accuracyM],
  ['altitude_m', 'float8', (fix) => fix.altitudeM],
  ['speed_kph', 'float8', (fix) => fix.speedKph],
  ['heading_deg', 'float8', (fix) => fix.headingDeg],
  ['mileage_km', 'float8', (fix) => fix.mileageKm],
  ['alarm_bits', 'bigint', (fix) => fix.alarmBits],
  ['status_bits', 'bigint', (fix) => fix.statusBits],
  ['is_located', 'boolean', (fix) => fix.isLocated],
  ['extras', 'jsonb', (fix) => (fix.extras === null ? null : JSON.stringify(fix.extras))],
];

const names = COLUMNS.map(([name]) => name).join(', ');
const arrays = COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');

// Ordered, so that a batch keeps its order in `arrival`, which the default of the column gives.
const INSERT = `
  WITH added AS (
    INSERT INTO fix (${names})
    SELECT ${names} FROM unnest(${arrays}) WITH ORDINALITY AS sent (${names}, place) ORDER BY place
    ON CONFLICT (client_id) WHERE client_id IS NOT NULL DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int AS stored FROM added`;

/** The position table, as the doors write it. */
@Injectable()
export class FixRepository {
  /** Adds fixes in the order given; those whose client id is known already are left out. */
  async add(manager: EntityManager, fixes: readonly StorableFix[]): Promise<number> {
    const [row]: [{ stored: number }] = await manager.query(
      INSERT,
      COLUMNS.map(([, , valueOf]) => fixes.map(valueOf)),
    );
    return row.stored;
  }
}
