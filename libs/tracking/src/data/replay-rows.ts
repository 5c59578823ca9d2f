import type { AlertCode, AlertLevel, AlertState } from '@tongyun/contracts';
import type { AccessScope, Interval, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StageTimes } from '../rules/replay/list-stages.js';

/** A trip that a vehicle was on. */
export interface ReplayTripRow {
  readonly id: string;
  readonly order_no: string;
  readonly site_name: string;
  readonly driver_name: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly stage_evidence: StageTimes;
}

export interface ReplayAlertRow {
  readonly id: string;
  readonly code: AlertCode;
  readonly level: AlertLevel;
  readonly state: AlertState;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly lng: number;
  readonly lat: number;
}

/** $1 vehicle, $2 and $3 the span, $4 enterprises of the asker, null for all. */
const TRIPS = `
  SELECT trip.id, pour_order.order_no, site.name AS site_name, driver.name AS driver_name,
    trip.started_at, trip.ended_at, trip.stage_evidence
  FROM trip
  JOIN pour_order ON pour_order.id = trip.order_id
  JOIN site ON site.id = trip.site_id
  JOIN driver ON driver.id = trip.driver_id
  WHERE trip.vehicle_id = $1 AND trip.started_at < $3
    AND (trip.ended_at IS NULL OR trip.ended_at > $2)
    AND ($4::uuid[] IS NULL OR trip.enterprise_id = ANY($4::uuid[]))
  ORDER BY trip.started_at, trip.id`;

const ALERTS = `
  SELECT id, code, level, state, started_at, ended_at, lng, lat FROM alert
  WHERE vehicle_id = $1 AND started_at < $3 AND (ended_at IS NULL OR ended_at > $2)
    AND ($4::uuid[] IS NULL OR enterprise_id = ANY($4::uuid[]))
  ORDER BY started_at, id`;

/** What other slices know of a vehicle's time. */
@Injectable()
export class ReplayRows {
  trips(
    manager: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
    span: Interval,
  ): Promise<ReplayTripRow[]> {
    return manager.query(TRIPS, parametersOf(scope, vehicleId, span));
  }

  alerts(
    manager: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
    span: Interval,
  ): Promise<ReplayAlertRow[]> {
    return manager.query(ALERTS, parametersOf(scope, vehicleId, span));
  }
}

const parametersOf = (
  { enterpriseIds }: AccessScope,
  vehicleId: VehicleId,
  { from, to }: Interval,
) => [vehicleId, from, to, enterpriseIds === 'all' ? null : [...enterpriseIds]];
