import type { AccessScope, EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Applicant } from '../rules/pass-application.js';

/** A vehicle that a pass is asked for, with what is demanded of it and of its owner. */
export interface ApplicantRow extends Applicant {
  readonly vehicleId: VehicleId;
  readonly plateNo: string | null;
  readonly equipmentNo: string | null;
  readonly enterpriseId: EnterpriseId;
  /** Of the enterprise. */
  readonly district: string;
}

/** Reads fleet's and tracking's tables: what is known of those who apply. */
@Injectable()
export class PassApplicantRepository {
  /**
   * The vehicle, when an enterprise of the asker's owns it: one that is only hired is its owner's
   * to apply for.
   *
   * @param on local calendar day on which the trainings must count
   */
  async find(
    manager: EntityManager,
    { enterpriseIds, district }: AccessScope,
    vehicleId: VehicleId,
    on: string,
  ): Promise<ApplicantRow | null> {
    const rows: ApplicantRow[] = await manager.query(
      `SELECT v.id AS "vehicleId", v.plate_no AS "plateNo", v.equipment_no AS "equipmentNo",
         v.owner_enterprise_id AS "enterpriseId", owner.district,
         coalesce(r.state, 'draft') AS "registrationState",
         (SELECT max(greatest(t.last_seen_at, k.fix_at))
          FROM terminal t LEFT JOIN vehicle_track k ON k.vehicle_id = t.vehicle_id
          WHERE t.vehicle_id = v.id AND t.state = 'bound') AS "terminalHeardAt",
         EXISTS (SELECT 1 FROM terminal t JOIN terminal_registration g ON g.terminal_id = t.id
          WHERE t.vehicle_id = v.id AND t.state = 'bound' AND g.state = 'registered'
         ) AS "isTerminalRegistered",
         (SELECT count(*)::int FROM driver d
          WHERE d.enterprise_id = v.owner_enterprise_id
            AND (SELECT count(DISTINCT g.kind) FROM training_result g
                 WHERE g.driver_id = d.id AND g.has_passed
                   AND g.passed_on <= $4::date AND $4::date <= g.expires_on) = 2
         ) AS "trainedDrivers"
       FROM vehicle v
       JOIN enterprise owner ON owner.id = v.owner_enterprise_id
       LEFT JOIN registration r ON r.vehicle_id = v.id
       WHERE v.id = $1 AND NOT v.is_provisional
         AND ($2::uuid[] IS NULL OR v.owner_enterprise_id = ANY($2::uuid[]))
         AND ($3::text IS NULL OR owner.district = $3)`,
      [vehicleId, enterpriseIds === 'all' ? null : enterpriseIds, district, on],
    );
    return rows[0] ?? null;
  }
}
