import type { VehicleKind } from '@tongyun/contracts';
import { holderOf } from '@tongyun/fleet';
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
  /** What is to be loaded there within the hour, and of one that declares its trips what left in the last. */
  readonly workM3: number;
  readonly idleMixers: number;
}

const MOST_SHOWN = 200;
/** One that was not heard for longer may be anywhere. */
const HEARD_WITHIN = `interval '30 minutes'`;

/** A declared trip whose discharge nobody has told for longer was not told of, and is over. */
const DECLARED_UNDER_WAY_WITHIN = `interval '4 hours'`;

/**
 * Vehicles without a trip under way, which may be a declared one, and without a released job whose
 * window has begun or begins within the hour, each with the enterprise that holds it. $1: enterprises of the asker, null for all; $2: district of a bureau; $3: now.
 */
const IDLE = `
  idle AS (
    SELECT vehicle.*, enterprise.name AS enterprise_name, track.lng, track.lat, track.fix_at
    FROM vehicle
    JOIN vehicle_track track ON track.vehicle_id = vehicle.id
      AND track.fix_at > $3::timestamptz - ${HEARD_WITHIN} AND track.lng IS NOT NULL
    LEFT JOIN enterprise ON enterprise.id = ${holderOf('vehicle', '$3::timestamptz')}
    WHERE NOT vehicle.is_provisional
      AND ($1::uuid[] IS NULL OR enterprise.id = ANY($1::uuid[]))
      AND ($2::text IS NULL OR enterprise.district = $2)
      AND coalesce(enterprise.is_barred, false) = false
      AND NOT EXISTS (SELECT 1 FROM trip WHERE trip.vehicle_id = vehicle.id
                      AND trip.started_at IS NOT NULL AND trip.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM declared_trip declared
                      WHERE declared.vehicle_id = vehicle.id
                        AND declared.left_plant_at > $3::timestamptz - ${DECLARED_UNDER_WAY_WITHIN}
                        AND declared.left_plant_at <= $3
                        AND coalesce(declared.discharged_at > $3, true))
      AND NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.vehicle_id = vehicle.id
                      AND assignment.state = 'released'
                      AND assignment.starts_at < $3::timestamptz + interval '1 hour'
                      AND assignment.ends_at > $3))`;

/**
 * What a plant has to do: loads that stand there or go there within the hour, those that nobody
 * drives yet and are due by then, and what plants left of late that only declare their trips. $3: now.
 */
const WORK = `
  work AS (
    SELECT plant_id, sum(m3) AS m3 FROM (
      SELECT coalesce(trip.batched_plant_id, trip.plant_id) AS plant_id, trip.planned_m3 AS m3
      FROM trip LEFT JOIN assignment ON assignment.id = trip.assignment_id
        AND assignment.state = 'released'
      WHERE trip.ended_at IS NULL AND trip.stage IN ('assigned', 'accepted', 'loading')
        AND (trip.started_at IS NOT NULL
          OR (assignment.starts_at < $3::timestamptz + interval '1 hour' AND assignment.ends_at > $3))
      UNION ALL
      SELECT pour_order.plant_id, load.planned_m3
      FROM load JOIN pour_order ON pour_order.id = load.order_id
        AND pour_order.state IN ('firm', 'released', 'pouring')
      WHERE load.state = 'planned' AND load.due_at >= $3
        AND load.due_at < $3::timestamptz + interval '1 hour'
      UNION ALL
      SELECT plant_id, m3 FROM declared_trip
      WHERE left_plant_at > $3::timestamptz - interval '1 hour' AND left_plant_at <= $3) AS one
    GROUP BY plant_id)`;

/** A plant is idle that has at least this part of what its lines make in an hour to spare. */
const IDLE_PART = 0.5;

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

  /**
   * Licensed plants that are idle, with what their lines make in an hour, what of it is taken, and
   * how many idle mixers stand in their fence. One whose lines are not on record is idle without work.
   */
  plants(
    manager: EntityManager,
    scope: AccessScope,
    now: Date,
    near: Wgs84,
    radiusM: number,
  ): Promise<NearPlantRow[]> {
    return manager.query(
      `WITH ${IDLE}, ${WORK}
       SELECT plant.id AS "plantId", plant.name, enterprise.name AS "enterpriseName",
         ST_X(plant.position::geometry) AS lng, ST_Y(plant.position::geometry) AS lat,
         round(ST_Distance(plant.position, here.point))::int AS "distanceM",
         lines.m3 AS "m3PerHour", coalesce(work.m3, 0) AS "workM3",
         (SELECT count(*)::int FROM idle WHERE idle.kind = 'mixer'
          AND ST_DWithin(plant.position, ST_SetSRID(ST_MakePoint(idle.lng, idle.lat), 4326)::geography,
                         plant.fence_radius_m)) AS "idleMixers"
       FROM plant
       JOIN enterprise ON enterprise.id = plant.enterprise_id AND NOT enterprise.is_barred
       LEFT JOIN work ON work.plant_id = plant.id
       CROSS JOIN LATERAL (SELECT coalesce(sum(line.rate_m3_per_hour), 0) AS m3
         FROM plant_line line WHERE line.plant_id = plant.id) AS lines
       CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint($4, $5), 4326)::geography AS point) AS here
       WHERE ST_DWithin(plant.position, here.point, $6) AND plant.licence_state = 'licensed'
         AND coalesce(work.m3, 0) <= (1 - ${IDLE_PART}) * lines.m3
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
