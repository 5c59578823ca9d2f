import type { VehicleKind } from '@tongyun/contracts';
import type { Wgs84 } from '@tongyun/geo';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface IdleVehicleRow {
  readonly vehicleId: string;
  readonly kind: VehicleKind;
  readonly plateNo: string | null;
  readonly drumCapacityM3: number | null;
  readonly enterpriseName: string | null;
  readonly isManned: boolean;
  readonly lng: number;
  readonly lat: number;
  readonly fixAt: Date;
  readonly distanceM: number;
}

export interface NearPlantRow {
  readonly plantId: string;
  readonly name: string;
  readonly enterpriseName: string;
  readonly lng: number;
  readonly lat: number;
  readonly distanceM: number;
  readonly m3PerHour: number;
  readonly idleMixers: number;
}

const MOST_SHOWN = 200;
/** One that was not heard for longer may be anywhere. */
const HEARD_WITHIN = `interval '30 minutes'`;

/**
 * Vehicles without a trip under way and without a released job whose window has begun or begins
 * within the hour. $1: enterprises of the asker, null for all; $2: district of a bureau; $3: now.
 */
const IDLE = `
  idle AS (
    SELECT vehicle.*, enterprise.name AS enterprise_name, track.lng, track.lat, track.fix_at
    FROM vehicle
    JOIN vehicle_track track ON track.vehicle_id = vehicle.id
      AND track.fix_at > $3::timestamptz - ${HEARD_WITHIN} AND track.lng IS NOT NULL
    LEFT JOIN enterprise ON enterprise.id = vehicle.owner_enterprise_id
    WHERE NOT vehicle.is_provisional
      AND ($1::uuid[] IS NULL OR vehicle.owner_enterprise_id = ANY($1::uuid[]))
      AND ($2::text IS NULL OR enterprise.district = $2)
      AND coalesce(enterprise.is_barred, false) = false
      AND NOT EXISTS (SELECT 1 FROM trip WHERE trip.vehicle_id = vehicle.id
                      AND trip.started_at IS NOT NULL AND trip.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.vehicle_id = vehicle.id
                      AND assignment.state = 'released'
                      AND assignment.starts_at < $3::timestamptz + interval '1 hour'
                      AND assignment.ends_at > $3))`;

/** Who could help near a place, as the last positions have it. */
@Injectable()
export class IdleRows {
  vehicles(
    manager: EntityManager,
    scope: AccessScope,
    now: Date,
    near: Wgs84,
    radiusM: number,
  ): Promise<IdleVehicleRow[]> {
    return manager.query(
      `WITH ${IDLE}
       SELECT * FROM (
         SELECT idle.id AS "vehicleId", idle.kind, idle.plate_no AS "plateNo",
           idle.drum_capacity_m3 AS "drumCapacityM3", idle.enterprise_name AS "enterpriseName",
           EXISTS (SELECT 1 FROM duty WHERE duty.vehicle_id = idle.id
                   AND duty.clock_out_at IS NULL) AS "isManned",
           idle.lng, idle.lat, idle.fix_at AS "fixAt",
           round(ST_DistanceSphere(ST_MakePoint(idle.lng, idle.lat), ST_MakePoint($4, $5)))::int
             AS "distanceM"
         FROM idle) AS placed
       WHERE "distanceM" <= $6 ORDER BY "distanceM", "vehicleId" LIMIT ${MOST_SHOWN}`,
      [...seenBy(scope), now, near.lng, near.lat, radiusM],
    );
  }

  /** Plants with what their lines make in an hour and how many idle mixers stand in their fence. */
  plants(
    manager: EntityManager,
    scope: AccessScope,
    now: Date,
    near: Wgs84,
    radiusM: number,
  ): Promise<NearPlantRow[]> {
    return manager.query(
      `WITH ${IDLE}
       SELECT plant.id AS "plantId", plant.name, enterprise.name AS "enterpriseName",
         ST_X(plant.position::geometry) AS lng, ST_Y(plant.position::geometry) AS lat,
         round(ST_Distance(plant.position, here.point))::int AS "distanceM",
         coalesce((SELECT sum(line.rate_m3_per_hour) FROM plant_line line
                   WHERE line.plant_id = plant.id), 0) AS "m3PerHour",
         (SELECT count(*)::int FROM idle WHERE idle.kind = 'mixer'
          AND ST_DWithin(plant.position, ST_SetSRID(ST_MakePoint(idle.lng, idle.lat), 4326)::geography,
                         plant.fence_radius_m)) AS "idleMixers"
       FROM plant
       JOIN enterprise ON enterprise.id = plant.enterprise_id AND NOT enterprise.is_barred
       CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint($4, $5), 4326)::geography AS point) AS here
       WHERE ST_DWithin(plant.position, here.point, $6)
         AND ($1::uuid[] IS NULL OR plant.enterprise_id = ANY($1::uuid[]))
         AND ($2::text IS NULL OR enterprise.district = $2)
       ORDER BY "distanceM", plant.id LIMIT ${MOST_SHOWN}`,
      [...seenBy(scope), now, near.lng, near.lat, radiusM],
    );
  }
}

const seenBy = ({ enterpriseIds, district }: AccessScope) => [
  enterpriseIds === 'all' ? null : enterpriseIds,
  district,
];
