import type { AccessScope, EnterpriseId, UserId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { UseAgreementEntity } from './use-agreement.entity.js';

/** An agreement as it is made: not ended. */
export type NewUse = Omit<UseAgreementEntity, 'endedAt' | 'endedBy' | 'endReason'>;

export interface NamedUse extends UseAgreementEntity {
  readonly enterpriseName: string;
}

export interface UseEnd {
  readonly endedAt: Date;
  readonly endedBy: UserId;
  readonly endReason: string;
}

/** The questions asked of agreements on the use of vehicles. */
@Injectable()
export class UseAgreementRepository {
  /** By their beginning, newest first; who only uses a vehicle reads his own agreements on it. */
  list(
    manager: EntityManager,
    { enterpriseIds }: Pick<AccessScope, 'enterpriseIds'>,
    vehicleId: VehicleId,
  ): Promise<NamedUse[]> {
    return manager.query(
      `SELECT u.id, u.vehicle_id AS "vehicleId", u.enterprise_id AS "enterpriseId",
         e.name AS "enterpriseName", u.kind, u.valid_from AS "validFrom", u.valid_to AS "validTo",
         u.ended_at AS "endedAt", u.ended_by AS "endedBy", u.end_reason AS "endReason",
         u.decided_by AS "decidedBy", u.decided_at AS "decidedAt"
       FROM use_agreement u JOIN enterprise e ON e.id = u.enterprise_id
         JOIN vehicle v ON v.id = u.vehicle_id
       WHERE u.vehicle_id = $1 AND ($2::uuid[] IS NULL OR u.enterprise_id = ANY($2)
         OR v.owner_enterprise_id = ANY($2))
       ORDER BY u.valid_from DESC, u.id DESC`,
      [vehicleId, enterpriseIds === 'all' ? null : enterpriseIds],
    );
  }

  find(
    manager: EntityManager,
    vehicleId: VehicleId,
    id: string,
  ): Promise<UseAgreementEntity | null> {
    return manager.findOneBy(UseAgreementEntity, { id, vehicleId });
  }

  /**
   * An agreement with another enterprise that is in force at some time of a period; own use is
   * none. Sound only while the vehicle's row is held.
   *
   * @param validTo null: open-ended
   */
  async findOverlap(
    tx: EntityManager,
    {
      vehicleId,
      enterpriseId,
      validFrom,
      validTo,
    }: {
      readonly vehicleId: VehicleId;
      readonly enterpriseId: EnterpriseId;
      readonly validFrom: Date;
      readonly validTo: Date | null;
    },
  ): Promise<{ readonly validFrom: Date; readonly validTo: Date | null } | null> {
    const rows: { validFrom: Date; validTo: Date | null }[] = await tx.query(
      `SELECT valid_from AS "validFrom", coalesce(ended_at, valid_to) AS "validTo"
       FROM use_agreement
       WHERE vehicle_id = $1 AND enterprise_id <> $2 AND kind <> 'own'
         AND valid_from < coalesce($4::timestamptz, 'infinity')
         AND coalesce(ended_at, valid_to, 'infinity') > greatest($3::timestamptz, valid_from)
       ORDER BY valid_from LIMIT 1`,
      [vehicleId, enterpriseId, validFrom, validTo],
    );
    return rows[0] ?? null;
  }

  /** Whether a loan made it: that ends it when the vehicle is given back. */
  async isOfLoan(manager: EntityManager, id: string): Promise<boolean> {
    const [row]: [{ isOfLoan: boolean }] = await manager.query(
      `SELECT EXISTS (SELECT 1 FROM vehicle_loan WHERE agreement_id = $1) AS "isOfLoan"`,
      [id],
    );
    return row.isOfLoan;
  }

  /** Whether a trip of who has the vehicle is under way with it. Reads deliveries' table. */
  async isAtWork(
    tx: EntityManager,
    { vehicleId, enterpriseId }: Pick<UseAgreementEntity, 'vehicleId' | 'enterpriseId'>,
  ): Promise<boolean> {
    const [row]: [{ isAtWork: boolean }] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM trip
                      WHERE vehicle_id = $1 AND enterprise_id = $2
                        AND started_at IS NOT NULL AND ended_at IS NULL) AS "isAtWork"`,
      [vehicleId, enterpriseId],
    );
    return row.isAtWork;
  }

  async insert(tx: EntityManager, row: NewUse): Promise<void> {
    await tx.insert(UseAgreementEntity, row);
  }

  /** Once: a second end changes nothing. */
  async end(tx: EntityManager, id: string, end: UseEnd): Promise<void> {
    await tx.update(UseAgreementEntity, { id, endedAt: IsNull() }, end);
  }
}
