import { holderOf } from '@tongyun/fleet';
import type { AccessScope, EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Applicant } from '../rules/pass-application.js';
import { notWithdrawn } from './not-withdrawn.js';

/** A vehicle that a pass is for, with what is demanded of it and of who holds it. */
export interface PassSubjectRow extends Applicant {
  readonly vehicleId: VehicleId;
  readonly plateNo: string | null;
  readonly equipmentNo: string | null;
  /** Who holds it (`holderOf`); null: nobody. */
  readonly enterpriseId: EnterpriseId | null;
  /** Of that enterprise. */
  readonly district: string | null;
}

/** One that an enterprise can apply for. */
export interface ApplicantRow extends PassSubjectRow {
  readonly enterpriseId: EnterpriseId;
  readonly district: string;
}

/** Whether an enterprise holds the vehicle, so that it can apply for it. */
export const isHeld = (subject: PassSubjectRow): subject is ApplicantRow =>
  subject.enterpriseId !== null;

/** Reads fleet's and tracking's tables: what is known of those who apply. */
@Injectable()
export class PassApplicantRepository {
  /**
   * The vehicle, when an enterprise of the asker's owns it: one that is only hired is its owner's
   * to apply for. One that no enterprise here owns, of a haulage or pump firm, is theirs to apply
   * for who use it by an agreement in force; while nobody does, authorities alone see it.
   *
   * @param at when the agreement must hold, and the local calendar day on which trainings must count
   */
  async find(
    manager: EntityManager,
    { enterpriseIds, district }: AccessScope,
    vehicleId: VehicleId,
    at: { readonly now: Date; readonly on: string },
  ): Promise<PassSubjectRow | null> {
    const rows: PassSubjectRow[] = await manager.query(
      `SELECT v.id AS "vehicleId", v.plate_no AS "plateNo", v.equipment_no AS "equipmentNo",
         holder.id AS "enterpriseId", holder.district,
         coalesce(r.state, 'draft') AS "registrationState",
         coalesce(holder.is_barred, false) AS "isHolderBarred",
         (SELECT max(greatest(t.last_seen_at, k.fix_at))
          FROM terminal t LEFT JOIN vehicle_track k ON k.vehicle_id = t.vehicle_id
          WHERE t.vehicle_id = v.id AND t.state = 'bound') AS "terminalHeardAt",
         EXISTS (SELECT 1 FROM terminal t JOIN terminal_registration g ON g.terminal_id = t.id
          WHERE t.vehicle_id = v.id AND t.state = 'bound' AND g.state = 'registered'
         ) AS "isTerminalRegistered",
         (SELECT count(*)::int FROM driver d
          WHERE d.enterprise_id = holder.id AND d.left_at IS NULL
            AND (SELECT count(DISTINCT g.kind) FROM training_result g
                 WHERE g.driver_id = d.id AND g.has_passed AND ${notWithdrawn('g')}
                   AND g.passed_on <= $4::date AND $4::date <= g.expires_on) = 2
         ) AS "trainedDrivers"
       FROM vehicle v
       LEFT JOIN enterprise holder ON holder.id = ${holderOf('v', '$5')}
       LEFT JOIN registration r ON r.vehicle_id = v.id
       WHERE v.id = $1 AND NOT v.is_provisional
         AND ($2::uuid[] IS NULL OR holder.id = ANY($2::uuid[]))
         AND ($3::text IS NULL OR holder.district = $3)`,
      [vehicleId, enterpriseIds === 'all' ? null : enterpriseIds, district, at.on, at.now],
    );
    return rows[0] ?? null;
  }
}
