import type { AccessScope, DriverId, OrderId, PlantId, TripId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LoadKind } from '../../rules/product.js';
import type { PumpJobState } from '../../rules/pumping/pump-stages.js';
import type { TripStage } from '../../rules/stages.js';
import { PUMP_STATE } from '../pumping/pump-state.js';
import { enterprisesOf, seenBy } from '../visible.js';

/** A trip that is to load, or has loaded, at a plant. */
export interface QueuedTripRow {
  readonly tripId: TripId;
  readonly stage: TripStage;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly loadNo: number;
  readonly siteName: string;
  readonly pourLocation: string;
  readonly kind: LoadKind;
  readonly grade: string;
  readonly slumpMm: number;
  readonly plannedM3: number;
  readonly batchedM3: number | null;
  readonly batchedAt: Date | null;
  readonly isSiteReady: boolean;
  /** How far the pump of its pour is; null: it needs none. */
  readonly pumpState: PumpJobState | null;
  readonly vehicleId: VehicleId;
  readonly plateNo: string | null;
  readonly fleetNo: string | null;
  readonly drumCapacityM3: number | null;
  readonly tareKg: number | null;
  readonly driverId: DriverId;
  readonly driverName: string;
  readonly plannedAt: Date;
  readonly waitingSince: Date | null;
  readonly callId: string | null;
  readonly lineId: string | null;
  readonly lineName: string | null;
  readonly calledAt: Date | null;
  readonly jumpReason: string | null;
  readonly ticketNo: string | null;
  readonly version: number;
}

/** A position older than this does not say where a truck is, minutes. */
const FRESH_POSITION_MIN = 10;
/** Trips whose slot lies further back are somebody's to settle, not a queue, hours. */
const BACK_HOURS = 18;

/**
 * A truck is at the plant when its driver is on duty on it, it is on no other trip, and its last
 * position, if that is fresh, lies in the plant's fence. Other slices' tables are only read.
 */
const SELECT_QUEUED = `
  SELECT t.id AS "tripId", t.stage, o.id AS "orderId", o.order_no AS "orderNo",
         l.load_no AS "loadNo", s.name AS "siteName", coalesce(t.pour_location, o.pour_location) AS "pourLocation", l.kind, o.grade,
         o.slump_mm AS "slumpMm", t.planned_m3 AS "plannedM3", t.batched_m3 AS "batchedM3",
         t.batched_at AS "batchedAt", o.is_site_ready AS "isSiteReady",
         ${PUMP_STATE} AS "pumpState",
         t.vehicle_id AS "vehicleId", v.plate_no AS "plateNo", v.fleet_no AS "fleetNo",
         v.drum_capacity_m3 AS "drumCapacityM3", v.tare_kg AS "tareKg",
         t.driver_id AS "driverId", d.name AS "driverName", a.starts_at AS "plannedAt",
         CASE WHEN b.is_busy IS NOT TRUE AND (
                k.fix_at IS NULL OR k.fix_at < $3::timestamptz - make_interval(mins => $4)
                OR ST_DWithin(ST_SetSRID(ST_MakePoint(k.lng, k.lat), 4326)::geography,
                              p.position, p.fence_radius_m))
              THEN greatest(u.clock_in_at, b.free_since) END AS "waitingSince",
         c.id AS "callId", c.line_id AS "lineId", n.name AS "lineName",
         c.called_at AS "calledAt", c.jump_reason AS "jumpReason",
         i.ticket_no AS "ticketNo", t.version
  FROM trip t
  JOIN pour_order o ON o.id = t.order_id
  JOIN load l ON l.id = t.load_id
  JOIN assignment a ON a.id = t.assignment_id
  JOIN plant p ON p.id = t.plant_id
  JOIN site s ON s.id = t.site_id
  JOIN vehicle v ON v.id = t.vehicle_id
  JOIN driver d ON d.id = t.driver_id
  LEFT JOIN duty u
    ON u.vehicle_id = t.vehicle_id AND u.driver_id = t.driver_id AND u.clock_out_at IS NULL
  LEFT JOIN vehicle_track k ON k.vehicle_id = t.vehicle_id
  LEFT JOIN loading_call c ON c.trip_id = t.id AND c.closed_at IS NULL
  LEFT JOIN plant_line n ON n.id = c.line_id
  LEFT JOIN ticket i ON i.trip_id = t.id AND i.voided_at IS NULL
  LEFT JOIN LATERAL (
    SELECT max(coalesce(back_at, ended_at)) AS free_since, bool_or(ended_at IS NULL) AS is_busy
    FROM trip
    WHERE vehicle_id = t.vehicle_id AND id <> t.id
      AND started_at > $3::timestamptz - interval '1 day'
  ) b ON true`;

/** Who is to load at a plant. */
@Injectable()
export class PlantQueueRepository {
  /**
   * In the order of their slots, those whose slot begins within `aheadMin` minutes; a truck that
   * left stays until it has its ticket.
   */
  queued(
    manager: EntityManager,
    scope: AccessScope,
    plantId: PlantId,
    now: Date,
    aheadMin: number,
  ): Promise<QueuedTripRow[]> {
    return manager.query(
      `${SELECT_QUEUED}
       WHERE ${seenBy('t.enterprise_id', 1)} AND t.plant_id = $2 AND t.ended_at IS NULL
         AND (t.stage IN ('assigned', 'accepted', 'loading')
              OR (t.stage IN ('en_route', 'at_site', 'unloading', 'unloaded')
                  AND t.batched_at IS NOT NULL AND i.id IS NULL))
         AND a.starts_at <= $3::timestamptz + make_interval(mins => $5)
         AND a.starts_at >= $3::timestamptz - make_interval(hours => $6)
       ORDER BY a.starts_at, t.id`,
      [enterprisesOf(scope), plantId, now, FRESH_POSITION_MIN, aheadMin, BACK_HOURS],
    );
  }
}
