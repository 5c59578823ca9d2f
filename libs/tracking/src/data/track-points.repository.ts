import type { AccessScope, Interval, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FixSource } from './fix.entity.js';
import { IS_COUNTED_FIX } from './counted-fix.js';

/** A fix that counted, WGS-84. */
export interface TrackPointRow {
  readonly at: Date;
  /** Place in the order of arrival, as PostgreSQL writes a bigint. */
  readonly arrival: string;
  readonly lng: number;
  readonly lat: number;
  readonly speed_kph: number | null;
  readonly heading_deg: number | null;
  readonly altitude_m: number | null;
  readonly accuracy_m: number | null;
  readonly mileage_km: number | null;
  readonly source: FixSource;
}

const PAGE = 5_000;

/** $4: enterprises of the asker, null for all: whoever is not the owner sees the times of its use. */
const SEEN = `
  ($4::uuid[] IS NULL
    OR EXISTS (SELECT 1 FROM vehicle
               WHERE vehicle.id = $1 AND vehicle.owner_enterprise_id = ANY($4::uuid[]))
    OR EXISTS (SELECT 1 FROM use_agreement
               WHERE use_agreement.vehicle_id = $1 AND kind <> 'own'
                 AND enterprise_id = ANY($4::uuid[])
                 AND valid_from <= fix.at AND coalesce(least(valid_to, ended_at) > fix.at, true))
    OR EXISTS (SELECT 1 FROM trip
               WHERE trip.vehicle_id = $1 AND trip.enterprise_id = ANY($4::uuid[])
                 AND started_at <= fix.at AND (ended_at IS NULL OR ended_at > fix.at)))`;

/** Tracks as their askers may see them: the fixes that counted, late ones in their place. */
@Injectable()
export class TrackPoints {
  /** The first `take` points of a vehicle after `after`, in order of time. */
  async page(
    manager: EntityManager,
    { enterpriseIds }: AccessScope,
    vehicleId: VehicleId,
    { from, to }: Interval,
    take: number,
    after: Pick<TrackPointRow, 'at' | 'arrival'> | null = null,
  ): Promise<TrackPointRow[]> {
    return manager.query(
      `SELECT at, arrival, lng, lat, speed_kph, heading_deg, altitude_m, accuracy_m, mileage_km, source
       FROM fix
       WHERE vehicle_id = $1 AND at >= $2 AND at < $3 AND ${IS_COUNTED_FIX}
         AND (at, arrival) > ($5::timestamptz, $6::bigint) AND ${SEEN}
       ORDER BY at, arrival LIMIT $7`,
      [
        vehicleId,
        from,
        to,
        enterpriseIds === 'all' ? null : [...enterpriseIds],
        after?.at ?? '-infinity',
        after?.arrival ?? '0',
        take,
      ],
    );
  }

  /** All of a vehicle's points, in pages: no question holds the database for long. */
  async *pages(
    manager: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
    span: Interval,
  ): AsyncGenerator<TrackPointRow[]> {
    let last: TrackPointRow | null = null;
    for (;;) {
      const page: TrackPointRow[] = await this.page(manager, scope, vehicleId, span, PAGE, last);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      last = page.at(-1)!;
    }
  }
}
