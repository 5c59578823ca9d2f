import type { EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ObservedTripEntity } from './observed-trip.entity.js';

/** What the trip and its order say; where its plant and site lie, and which vehicle drove. */
export type FinishedTripRow = Omit<
  ObservedTripEntity,
  'roadMin' | 'roadKm' | 'roadSource' | 'drivenKm' | 'observedAt'
> & {
  readonly vehicleId: VehicleId;
  readonly plantLng: number;
  readonly plantLat: number;
  readonly siteLng: number;
  readonly siteLat: number;
};

/** Trips that have discharged, read over the slices that know of them. */
@Injectable()
export class FinishedTrips {
  /** Those that were not observed as they are now, in order of discharge. */
  unobserved(
    manager: EntityManager,
    enterpriseId: EnterpriseId | null,
    since: Date,
    take: number,
  ): Promise<FinishedTripRow[]> {
    return manager.query(
      `SELECT trip.id AS "tripId", trip.version AS "tripVersion",
         trip.enterprise_id AS "enterpriseId", trip.order_id AS "orderId",
         trip.load_id AS "loadId", plant.id AS "plantId", trip.site_id AS "siteId",
         trip.vehicle_id AS "vehicleId", to_char(o.operating_on, 'YYYY-MM-DD') AS "operatingOn",
         o.placing_method AS "placingMethod", o.pour_kind AS "pourKind", load.kind AS "loadKind", load.due_at AS "dueAt",
         coalesce(trip.batched_m3, trip.planned_m3) AS "batchedM3",
         greatest(0, coalesce(trip.batched_m3, trip.planned_m3)
           - trip.taken_elsewhere_m3 - trip.undelivered_m3) AS "dischargedM3",
         coalesce(batched.rate_m3_per_hour, fastest.rate_m3_per_hour) AS "lineRateM3PerHour",
         trip.load_start_at AS "loadStartAt", trip.left_plant_at AS "leftPlantAt",
         trip.arrived_at AS "arrivedAt", before.free_at AS "placeFreeAt",
         trip.unload_start_at AS "unloadStartAt", trip.unload_end_at AS "unloadEndAt",
         trip.stage_evidence ? 'diverted' AS "isDiverted",
         ST_X(plant.position::geometry) AS "plantLng", ST_Y(plant.position::geometry) AS "plantLat",
         ST_X(site.position::geometry) AS "siteLng", ST_Y(site.position::geometry) AS "siteLat"
       FROM trip
       JOIN load ON load.id = trip.load_id
       JOIN pour_order o ON o.id = trip.order_id
       JOIN plant ON plant.id = coalesce(trip.batched_plant_id, trip.plant_id)
       JOIN site ON site.id = trip.site_id
       LEFT JOIN observed_trip seen ON seen.trip_id = trip.id
       LEFT JOIN LATERAL (
         SELECT line.rate_m3_per_hour FROM batch_record record
         JOIN plant_line line ON line.id = record.line_id
         WHERE record.trip_id = trip.id ORDER BY record.recorded_at DESC LIMIT 1
       ) batched ON true
       LEFT JOIN LATERAL (
         SELECT max(line.rate_m3_per_hour) AS rate_m3_per_hour FROM plant_line line
         WHERE line.plant_id = plant.id
       ) fastest ON true
       LEFT JOIN LATERAL (
         SELECT max(other.unload_end_at) AS free_at FROM trip other
         WHERE other.order_id = trip.order_id AND other.id <> trip.id
           AND other.unload_end_at > trip.arrived_at
           AND other.unload_end_at <= trip.unload_start_at
       ) before ON true
       WHERE trip.unload_end_at >= $2 AND ($1::uuid IS NULL OR trip.enterprise_id = $1)
         AND trip.stage IN ('unloaded', 'washing', 'back_at_plant')
         AND (seen.trip_id IS NULL OR seen.trip_version <> trip.version)
       ORDER BY trip.unload_end_at, trip.id LIMIT $3`,
      [enterpriseId, since, take],
    );
  }
}
