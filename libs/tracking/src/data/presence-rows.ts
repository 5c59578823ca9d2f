import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DwellKind } from '../rules/dwell.js';
import type { TrackState } from '../rules/track-state.js';

export type StoredPresences = Pick<TrackState, 'fences' | 'yards' | 'zones'>;

export interface LoadRow {
  readonly at: Date;
  readonly status_bits: string;
}

/** Where vehicles are by what the judge remembers, and what their terminals said of the load. */
@Injectable()
export class PresenceRows {
  /** Null: nothing was judged of it yet. */
  async presencesOf(manager: EntityManager, vehicleId: VehicleId): Promise<StoredPresences | null> {
    const rows: StoredPresences[] = await manager.query(
      `SELECT coalesce(state -> 'fences', '{}') AS fences, coalesce(state -> 'yards', '{}') AS yards,
         coalesce(state -> 'zones', '{}') AS zones
       FROM vehicle_track WHERE vehicle_id = $1`,
      [vehicleId],
    );
    return rows[0] ?? null;
  }

  /** By kind and id; those that zones have at an instant, whatever is planned for them. */
  async namesOf(
    manager: EntityManager,
    ids: readonly string[],
    at: Date,
  ): Promise<Map<string, string>> {
    const rows: { kind: DwellKind; id: string; name: string }[] = await manager.query(
      `SELECT 'plant' AS kind, id, name FROM plant WHERE id = ANY($1::uuid[])
       UNION ALL SELECT 'site', id, name FROM site WHERE id = ANY($1::uuid[])
       UNION ALL SELECT DISTINCT ON (zone_id) 'zone', zone_id, name FROM (
         SELECT zone_id, name FROM zone_version
         WHERE zone_id = ANY($1::uuid[]) AND effective_from <= $2
         ORDER BY zone_id, effective_from DESC, version DESC) latest`,
      [ids, at],
    );
    return new Map(rows.map(({ kind, id, name }) => [`${kind}:${id}`, name]));
  }

  /** What its terminal last said in this time. */
  async loadOf(
    manager: EntityManager,
    vehicleId: VehicleId,
    { from, to }: { readonly from: Date; readonly to: Date },
  ): Promise<LoadRow | null> {
    const rows: LoadRow[] = await manager.query(
      `SELECT at, status_bits FROM fix
       WHERE vehicle_id = $1 AND at > $2 AND at <= $3 AND source = 'terminal'
       ORDER BY at DESC LIMIT 1`,
      [vehicleId, from, to],
    );
    return rows[0] ?? null;
  }
}
