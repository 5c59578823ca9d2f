import { type Wgs84, wgs84 } from '@tongyun/geo';
import type { TripId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TripWayEntity } from './trip-way.entity.js';

/** A trip that nobody has asked the way of yet. */
export interface TripWithoutWay {
  readonly tripId: TripId;
  readonly vehicleId: VehicleId;
  readonly from: Wgs84;
  readonly to: Wgs84;
}

interface Row {
  readonly id: TripId;
  readonly vehicle_id: VehicleId;
  readonly from_lng: number;
  readonly from_lat: number;
  readonly to_lng: number;
  readonly to_lat: number;
}

/** The ways that trips are expected to take. */
@Injectable()
export class TripWaysRepository {
  /** Trips that go on or are to begin, whose way is not known and was not asked for since `before`. */
  async missing(manager: EntityManager, before: Date, limit: number): Promise<TripWithoutWay[]> {
    const rows: Row[] = await manager.query(
      `SELECT trip.id, trip.vehicle_id,
         ST_X(plant.position::geometry) AS from_lng, ST_Y(plant.position::geometry) AS from_lat,
         ST_X(site.position::geometry) AS to_lng, ST_Y(site.position::geometry) AS to_lat
       FROM trip
       JOIN plant ON plant.id = trip.plant_id
       JOIN site ON site.id = trip.site_id
       LEFT JOIN trip_way way ON way.trip_id = trip.id
       WHERE trip.ended_at IS NULL AND trip.left_plant_at IS NULL
         AND (way.trip_id IS NULL OR (way.path IS NULL AND way.asked_at < $1))
       ORDER BY trip.id LIMIT $2`,
      [before, limit],
    );
    return rows.map((row) => ({
      tripId: row.id,
      vehicleId: row.vehicle_id,
      from: wgs84(row.from_lng, row.from_lat),
      to: wgs84(row.to_lng, row.to_lat),
    }));
  }

  async save(tx: EntityManager, way: TripWayEntity): Promise<void> {
    await tx.upsert(TripWayEntity, way, ['tripId']);
  }

  async pathOf(manager: EntityManager, tripId: TripId): Promise<TripWayEntity['path']> {
    const way = await manager.findOneBy(TripWayEntity, { tripId });
    return way?.path ?? null;
  }
}
