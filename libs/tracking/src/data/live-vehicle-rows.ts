import type { TripStage, VehicleKind } from '@tongyun/contracts';
import { ofDistrict, seenThrough } from '@tongyun/fleet';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A vehicle with its place, its trip and what goes on with it. */
export interface LiveVehicleRow {
  readonly id: string;
  readonly kind: VehicleKind;
  readonly plate_no: string | null;
  readonly fleet_no: string | null;
  readonly enterprise_id: string | null;
  readonly is_provisional: boolean;
  readonly is_violating: boolean;
  readonly is_silent: boolean | null;
  readonly trip_id: string | null;
  readonly stage: TripStage | null;
  readonly driver_name: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly speed_kph: number | null;
  readonly heading_deg: number | null;
  readonly fix_at: Date | null;
}

/**
 * A provisional vehicle is what a terminal stands for; without one it is nowhere.
 *
 * $1: enterprises of the asker, null for all; $2: district of a bureau; $3: now.
 */
const SELECT = `
  SELECT vehicle.id, vehicle.kind, vehicle.plate_no, vehicle.fleet_no, vehicle.is_provisional,
    coalesce(vehicle.owner_enterprise_id, used.enterprise_id) AS enterprise_id,
    EXISTS (SELECT 1 FROM alert WHERE alert.vehicle_id = vehicle.id AND alert.ended_at IS NULL
            AND alert.code <> 'offline') AS is_violating,
    (track.state -> 'silence' ->> 'isSilent')::boolean AS is_silent,
    trip.id AS trip_id, trip.stage, driver.name AS driver_name,
    track.lng, track.lat, track.speed_kph, track.heading_deg, track.fix_at
  FROM vehicle
  LEFT JOIN vehicle_track track ON track.vehicle_id = vehicle.id
  LEFT JOIN trip ON trip.vehicle_id = vehicle.id
    AND trip.started_at IS NOT NULL AND trip.ended_at IS NULL
  LEFT JOIN duty ON duty.vehicle_id = vehicle.id AND duty.clock_out_at IS NULL
  LEFT JOIN driver ON driver.id = coalesce(trip.driver_id, duty.driver_id)
  LEFT JOIN LATERAL (
    SELECT enterprise_id FROM use_agreement
    WHERE vehicle_id = vehicle.id AND valid_from <= $3 AND coalesce(least(valid_to, ended_at) > $3, true)
      AND (kind <> 'own' OR enterprise_id = vehicle.owner_enterprise_id)
    ORDER BY valid_from LIMIT 1) used ON true
  WHERE (NOT vehicle.is_provisional
      OR EXISTS (SELECT 1 FROM terminal WHERE terminal.vehicle_id = vehicle.id))
    AND ($1::uuid[] IS NULL OR ${seenThrough('vehicle', '$3', (id) => `${id} = ANY($1::uuid[])`)})
    AND ($2::text IS NULL OR ${seenThrough('vehicle', '$3', ofDistrict('$2'))})`;

/** The read model of the map: one query over the slices that know something of a vehicle. */
@Injectable()
export class LiveVehicleRows {
  all(manager: EntityManager, scope: AccessScope, now: Date): Promise<LiveVehicleRow[]> {
    return manager.query(`${SELECT} ORDER BY vehicle.id`, parametersOf(scope, now));
  }

  some(
    manager: EntityManager,
    scope: AccessScope,
    now: Date,
    ids: readonly VehicleId[],
  ): Promise<LiveVehicleRow[]> {
    return manager.query(`${SELECT} AND vehicle.id = ANY($4::uuid[])`, [
      ...parametersOf(scope, now),
      ids,
    ]);
  }
}

const parametersOf = ({ enterpriseIds, district }: AccessScope, now: Date) => [
  enterpriseIds === 'all' ? null : [...enterpriseIds],
  district,
  now,
];
