import type {
  AccessScope,
  DriverId,
  EnterpriseId,
  OrderId,
  PlantId,
  SiteId,
  TripId,
  VehicleId,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PumpJobState } from '../rules/pumping/pump-stages.js';
import type { StageEvidenceMap, TripStage } from '../rules/stages.js';
import type { DiversionKind } from './diversion.entity.js';
import { PUMP_STATE } from './pumping/pump-state.js';
import { enterprisesOf, seenBy } from './visible.js';

/** A trip with the names that people know its parts by. */
export interface TripDetails {
  readonly id: TripId;
  readonly assignmentId: string;
  readonly enterpriseId: EnterpriseId;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly loadNo: number;
  readonly grade: string;
  /** How much longer the retarder of what was batched lets it live, minutes; null: none is stated. */
  readonly retarderMin: number | null;
  readonly slumpMm: number;
  readonly pourLocation: string;
  readonly isEmergency: boolean;
  readonly isSiteReady: boolean;
  /** How far the pump of its pour is; null: it needs none. */
  readonly pumpState: PumpJobState | null;
  readonly plannedM3: number;
  readonly batchedM3: number | null;
  readonly takenElsewhereM3: number;
  readonly batchedAt: Date | null;
  readonly batchedPlantId: PlantId | null;
  readonly plantId: PlantId;
  readonly plantName: string;
  readonly plantLng: number;
  readonly plantLat: number;
  readonly plantFenceRadiusM: number;
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly siteLng: number;
  readonly siteLat: number;
  readonly siteFenceRadiusM: number;
  readonly siteLandmark: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly vehicleId: VehicleId;
  readonly plateNo: string | null;
  readonly drumCapacityM3: number | null;
  readonly tareKg: number | null;
  readonly driverId: DriverId;
  readonly driverName: string;
  readonly stage: TripStage;
  readonly stageEvidence: StageEvidenceMap;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** How it was last sent elsewhere; null when it never was. */
  readonly diversion: TripDiversion | null;
  readonly version: number;
}

export interface TripDiversion {
  readonly kind: DiversionKind;
  /** ISO 8601. */
  readonly at: string;
  readonly fromOrderNo: string;
  readonly fromSiteName: string;
  /** The plant that it goes back to. */
  readonly plantName: string | null;
  readonly takenM3: number;
  readonly carriedM3: number;
  readonly reason: string;
  readonly approvedBy: string;
}

/** Columns of other slices' tables are read here and nowhere written (style §0). */
const SELECT_DETAILS = `
  SELECT t.id, t.assignment_id AS "assignmentId", t.enterprise_id AS "enterpriseId",
         t.order_id AS "orderId", o.order_no AS "orderNo", l.load_no AS "loadNo", o.grade,
         retarder_of(t.id, t.order_id) AS "retarderMin",
         o.slump_mm AS "slumpMm", coalesce(t.pour_location, o.pour_location) AS "pourLocation",
         o.is_emergency AS "isEmergency", o.is_site_ready AS "isSiteReady",
         ${PUMP_STATE} AS "pumpState",
         t.planned_m3 AS "plannedM3", t.batched_m3 AS "batchedM3",
         t.taken_elsewhere_m3 AS "takenElsewhereM3", t.batched_at AS "batchedAt",
         t.batched_plant_id AS "batchedPlantId", t.plant_id AS "plantId", p.name AS "plantName",
         ST_X(p.position::geometry) AS "plantLng", ST_Y(p.position::geometry) AS "plantLat",
         p.fence_radius_m AS "plantFenceRadiusM", t.site_id AS "siteId", s.name AS "siteName",
         ST_X(s.position::geometry) AS "siteLng", ST_Y(s.position::geometry) AS "siteLat",
         s.fence_radius_m AS "siteFenceRadiusM",
         s.landmark AS "siteLandmark", s.contact_name AS "contactName", s.contact_phone AS "contactPhone",
         t.vehicle_id AS "vehicleId", v.plate_no AS "plateNo",
         v.drum_capacity_m3 AS "drumCapacityM3",
         v.tare_kg AS "tareKg",
         t.driver_id AS "driverId", d.name AS "driverName", t.stage,
         t.stage_evidence AS "stageEvidence", t.left_plant_at AS "leftPlantAt",
         t.arrived_at AS "arrivedAt", t.unload_start_at AS "unloadStartAt",
         t.unload_end_at AS "unloadEndAt", t.started_at AS "startedAt", t.ended_at AS "endedAt",
         a.starts_at AS "startsAt", a.ends_at AS "endsAt", t.version,
         (SELECT json_build_object(
            'kind', x.kind,
            'at', to_char(x.diverted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'fromOrderNo', former.order_no, 'fromSiteName', former_site.name,
            'plantName', goal.name, 'takenM3', x.taken_m3, 'carriedM3', x.carried_m3,
            'reason', x.reason, 'approvedBy', x.approved_by)
          FROM diversion x
          JOIN pour_order former ON former.id = x.from_order_id
          JOIN site former_site ON former_site.id = x.from_site_id
          LEFT JOIN plant goal ON goal.id = x.to_plant_id
          WHERE x.trip_id = t.id
          ORDER BY x.diverted_at DESC, x.id DESC LIMIT 1) AS diversion
  FROM trip t
  JOIN pour_order o ON o.id = t.order_id
  JOIN load l ON l.id = t.load_id
  JOIN assignment a ON a.id = t.assignment_id
  JOIN plant p ON p.id = t.plant_id
  JOIN site s ON s.id = t.site_id
  JOIN vehicle v ON v.id = t.vehicle_id
  JOIN driver d ON d.id = t.driver_id`;

export interface TripFilter {
  readonly isOpen: boolean | null;
  readonly vehicleId: VehicleId | null;
  readonly driverId: DriverId | null;
}

/** Reads trips for screens and for the judge. */
@Injectable()
export class TripDetailsRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: TripId,
  ): Promise<TripDetails | undefined> {
    const rows: TripDetails[] = await manager.query(
      `${SELECT_DETAILS} WHERE t.id = $1 AND ${seenBy('t.enterprise_id', 2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** Newest assignment first, `take` rows after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { isOpen, vehicleId, driverId }: TripFilter,
    after: CursorKey | null,
    take: number,
  ): Promise<TripDetails[]> {
    return manager.query(
      `${SELECT_DETAILS}
       WHERE ${seenBy('t.enterprise_id', 1)}
         AND ($2::boolean IS NULL OR (t.ended_at IS NULL) = $2)
         AND ($3::uuid IS NULL OR t.vehicle_id = $3)
         AND ($4::uuid IS NULL OR t.driver_id = $4)
         AND ($5::timestamptz IS NULL OR (a.starts_at, t.id) < ($5, $6::uuid))
       ORDER BY a.starts_at DESC, t.id DESC LIMIT $7`,
      [
        enterprisesOf(scope),
        isOpen,
        vehicleId,
        driverId,
        after?.key ?? null,
        after?.id ?? null,
        take,
      ],
    );
  }

  /** The trip under way first, then what waits in order of start. */
  notEndedOfDriver(manager: EntityManager, driverId: DriverId): Promise<TripDetails[]> {
    return manager.query(
      `${SELECT_DETAILS} WHERE t.driver_id = $1 AND t.ended_at IS NULL
       ORDER BY (t.started_at IS NULL), a.starts_at, t.id`,
      [driverId],
    );
  }

  /**
   * The trip that a vehicle was under way on at an instant; else the next one assigned to it
   * whose window lies within `nearMin` minutes.
   */
  async atInstant(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
    nearMin: number,
  ): Promise<TripDetails | undefined> {
    const rows: TripDetails[] = await manager.query(
      `${SELECT_DETAILS}
       WHERE t.vehicle_id = $1 AND (
         (t.started_at <= $2 AND (t.ended_at IS NULL OR t.ended_at > $2))
         OR (t.started_at IS NULL AND t.ended_at IS NULL
             AND a.starts_at - make_interval(mins => $3) <= $2
             AND a.ends_at + make_interval(mins => $3) >= $2))
       ORDER BY (t.started_at IS NULL), t.started_at DESC, a.starts_at LIMIT 1`,
      [vehicleId, at, nearMin],
    );
    return rows[0];
  }
}
