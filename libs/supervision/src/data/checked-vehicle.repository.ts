import type { AccessScope, DriverId, EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingBadge } from './acting-badge.js';
import { answeringEnterprise } from './answering-enterprise.js';

/** A question on record, with what is done after it needs to know. */
export interface CheckedVehicle {
  readonly checkId: string;
  readonly plateNo: string;
  /** Null for a plate that nobody knows. */
  readonly vehicleId: VehicleId | null;
  /** Who answered for the vehicle when it was asked about. */
  readonly enterpriseId: EnterpriseId | null;
  /** Who answered for it at the instant that it was asked about. */
  readonly judgedEnterpriseId: EnterpriseId | null;
  readonly ownerEnterpriseId: EnterpriseId | null;
  /** Where it was judged for; null when no place was known. */
  readonly lng: number | null;
  readonly lat: number | null;
  readonly askedAt: Date;
  /** The instant it was asked about, which may lie before. */
  readonly judgedFor: Date;
  readonly askedBy: string;
  /** Of whoever acts now. */
  readonly badgeNo: string | null;
}

export interface DriverOnDuty {
  readonly driverId: DriverId;
  readonly name: string;
  readonly phone: string;
  readonly enterpriseName: string;
}

/** Reads what stands around a question: the tables of fleet, accounts and deliveries too. */
@Injectable()
export class CheckedVehicleRepository {
  /** A question that the officer, or one of his agency, has asked. */
  async find(
    manager: EntityManager,
    { userId, agency, actingBadgeNo }: AccessScope,
    checkId: string,
  ): Promise<CheckedVehicle | null> {
    const rows: CheckedVehicle[] = await manager.query(
      `SELECT asked.id AS "checkId", asked.plate_no AS "plateNo", asked.vehicle_id AS "vehicleId",
         ${answeringEnterprise('v', 'asked.asked_at')} AS "enterpriseId",
         ${answeringEnterprise('v', 'least(asked.judged_for, asked.asked_at)')} AS "judgedEnterpriseId",
         v.owner_enterprise_id AS "ownerEnterpriseId", asked.lng, asked.lat,
         asked.asked_at AS "askedAt", asked.judged_for AS "judgedFor", asked.asked_by AS "askedBy",
         ${actingBadge('$4', '$2')} AS "badgeNo"
       FROM roadside_check asked LEFT JOIN vehicle v ON v.id = asked.vehicle_id
       WHERE asked.id = $1 AND (asked.asked_by = $2 OR asked.agency = $3)`,
      [checkId, userId, agency, actingBadgeNo ?? null],
    );
    return rows[0] ?? null;
  }

  /** Who was on duty on the vehicle at an instant. */
  async driverAt(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
  ): Promise<DriverOnDuty | null> {
    const rows: DriverOnDuty[] = await manager.query(
      `SELECT d.id AS "driverId", d.name, d.phone, e.name AS "enterpriseName"
       FROM duty w JOIN driver d ON d.id = w.driver_id JOIN enterprise e ON e.id = d.enterprise_id
       WHERE w.vehicle_id = $1 AND w.clock_in_at <= $2
         AND (w.clock_out_at IS NULL OR w.clock_out_at > $2)
       ORDER BY w.clock_in_at DESC LIMIT 1`,
      [vehicleId, at],
    );
    return rows[0] ?? null;
  }
}
