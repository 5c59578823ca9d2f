import type { DriverId, EnterpriseId, OrderId, PlantId, PumpJobId, SiteId } from '@tongyun/kernel';
import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PumpEvidenceMap, PumpJobState } from '../../rules/pumping/pump-stages.js';

/** A pump's job with its pump, its operator, and the names that people know its places by. */
export interface PumpJobDetails {
  readonly id: PumpJobId;
  readonly enterpriseId: EnterpriseId;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly pourLocation: string;
  readonly plannedM3: number;
  readonly pumpReachM: number | null;
  readonly state: PumpJobState;
  readonly stageEvidence: PumpEvidenceMap;
  /** When it is to leave its plant. */
  readonly departAt: Date;
  readonly readyByAt: Date;
  readonly untilAt: Date;
  readonly vehicleId: VehicleId;
  readonly plateNo: string | null;
  readonly driverId: DriverId;
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
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

/** Jobs that are not over; the one under way first, then by when it is to leave. */
const SELECT_OPEN = `
  SELECT p.id, p.enterprise_id AS "enterpriseId", p.order_id AS "orderId",
         o.order_no AS "orderNo", o.pour_location AS "pourLocation",
         o.planned_m3 AS "plannedM3", o.pump_reach_m AS "pumpReachM", p.state,
         p.stage_evidence AS "stageEvidence", a.starts_at AS "departAt",
         p.ready_by_at AS "readyByAt", p.until_at AS "untilAt",
         a.vehicle_id AS "vehicleId", v.plate_no AS "plateNo", a.driver_id AS "driverId",
         a.plant_id AS "plantId", pl.name AS "plantName",
         ST_X(pl.position::geometry) AS "plantLng", ST_Y(pl.position::geometry) AS "plantLat",
         pl.fence_radius_m AS "plantFenceRadiusM", s.id AS "siteId", s.name AS "siteName",
         ST_X(s.position::geometry) AS "siteLng", ST_Y(s.position::geometry) AS "siteLat",
         s.fence_radius_m AS "siteFenceRadiusM", s.contact_name AS "contactName",
         s.contact_phone AS "contactPhone"
  FROM assignment a
  JOIN pump_job p ON p.id = a.pump_job_id
  JOIN pour_order o ON o.id = a.order_id
  JOIN site s ON s.id = o.site_id
  JOIN plant pl ON pl.id = a.plant_id
  JOIN vehicle v ON v.id = a.vehicle_id
  WHERE a.state = 'released' AND p.state NOT IN ('planned', 'left')`;
const ORDER_OPEN = `ORDER BY (p.state = 'released'), a.starts_at, a.id LIMIT 1`;

/** Reads pumps' jobs for screens and for the judge. */
@Injectable()
export class PumpJobDetailsRepository {
  async openOfDriver(
    manager: EntityManager,
    driverId: DriverId,
  ): Promise<PumpJobDetails | undefined> {
    const rows: PumpJobDetails[] = await manager.query(
      `${SELECT_OPEN} AND a.driver_id = $1 ${ORDER_OPEN}`,
      [driverId],
    );
    return rows[0];
  }

  async openOfVehicle(
    manager: EntityManager,
    vehicleId: VehicleId,
  ): Promise<PumpJobDetails | undefined> {
    const rows: PumpJobDetails[] = await manager.query(
      `${SELECT_OPEN} AND a.vehicle_id = $1 ${ORDER_OPEN}`,
      [vehicleId],
    );
    return rows[0];
  }
  /** Of each of these pumps that has one. */
  openOfVehicles(
    manager: EntityManager,
    vehicleIds: readonly VehicleId[],
  ): Promise<PumpJobDetails[]> {
    return manager.query(
      `SELECT DISTINCT ON (job."vehicleId") job.*
       FROM (${SELECT_OPEN} AND a.vehicle_id = ANY($1::uuid[])) job
       ORDER BY job."vehicleId", (job.state = 'released'), job."departAt", job.id`,
      [vehicleIds],
    );
  }
}
