import type { TrackQuery, TrackView } from '@tongyun/contracts';
import { VehicleQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';

interface PointRow {
  readonly at: Date;
  readonly lng: number;
  readonly lat: number;
  readonly speed_kph: number | null;
}

/** A day at a fix every ten seconds; a longer question is cut and says so. */
const MOST_POINTS = 10_000;

/** $4: enterprises of the asker, null for all: whoever is not the owner sees the times of its use. */
const SEEN = `
  ($4::uuid[] IS NULL
    OR EXISTS (SELECT 1 FROM vehicle
               WHERE vehicle.id = $1 AND vehicle.owner_enterprise_id = ANY($4::uuid[]))
    OR EXISTS (SELECT 1 FROM use_agreement
               WHERE use_agreement.vehicle_id = $1 AND enterprise_id = ANY($4::uuid[])
                 AND valid_from <= fix.at AND (valid_to IS NULL OR valid_to > fix.at))
    OR EXISTS (SELECT 1 FROM trip
               WHERE trip.vehicle_id = $1 AND trip.enterprise_id = ANY($4::uuid[])
                 AND started_at <= fix.at AND (ended_at IS NULL OR ended_at > fix.at)))`;

/** Where vehicles have been. */
@Injectable()
export class TrackQueries {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The fixes that counted, late ones in their place; half-open, `to` is not inside. */
  async of(
    scope: AccessScope,
    vehicleId: VehicleId,
    { from, to }: TrackQuery,
    tx?: EntityManager,
  ): Promise<TrackView> {
    if (to <= from) {
      throw new DomainError('TRACK_SPAN_INVALID', 'The span ends before it begins', { from, to });
    }
    await this.vehicles.get(scope, vehicleId, tx);
    const rows: PointRow[] = await (tx ?? this.unitOfWork.reads).query(
      `SELECT at, lng, lat, speed_kph FROM fix
       WHERE vehicle_id = $1 AND at >= $2 AND at < $3 AND verdict IN ('ok', 'late', 'too_late')
         AND ${SEEN}
       ORDER BY at LIMIT ${MOST_POINTS + 1}`,
      [vehicleId, from, to, scope.enterpriseIds === 'all' ? null : [...scope.enterpriseIds]],
    );
    return {
      vehicleId,
      points: rows.slice(0, MOST_POINTS).map(({ at, lng, lat, speed_kph }) => ({
        at: at.toISOString(),
        lng,
        lat,
        speedKph: speed_kph,
      })),
      isCut: rows.length > MOST_POINTS,
    };
  }
}
