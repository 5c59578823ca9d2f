import type { DriverId, Role } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LENT_STATES } from '../rules/loans/loan-steps.js';
import { DriverDecisionEntity } from './driver-decision.entity.js';
import { DriverEntity } from './driver.entity.js';

/** What still binds a driver to work; jobs are assigned ones that are neither done nor taken back. */
export interface DriverWork {
  readonly isOnDuty: boolean;
  readonly openJobs: number;
  readonly isLent: boolean;
}

/** A decision with the office that took it. */
export interface DriverDecisionRow extends DriverDecisionEntity {
  /** Of the decider's account as it is now; empty for what the product did by itself. */
  readonly decidedByRoles: Role[];
}

/** The questions around a driver's place in his enterprise. */
@Injectable()
export class EmploymentRepository {
  lock(tx: EntityManager, id: DriverId): Promise<DriverEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(DriverEntity, { where: { id }, lock });
  }

  /** Reads deliveries' tables. */
  async workOf(tx: EntityManager, id: DriverId, now: Date): Promise<DriverWork> {
    const [row]: [DriverWork] = await tx.query(
      `SELECT
         EXISTS (SELECT 1 FROM duty WHERE driver_id = $1 AND clock_out_at IS NULL) AS "isOnDuty",
         (SELECT count(*)::int FROM assignment
          WHERE driver_id = $1 AND state = 'released') AS "openJobs",
         EXISTS (SELECT 1 FROM vehicle_loan
                 WHERE driver_id = $1 AND state = ANY($2) AND until_at > $3) AS "isLent"`,
      [id, LENT_STATES, now],
    );
    return row;
  }

  /** Whether there is a result of his, passed or not. Reads compliance's table. */
  async isExamined(tx: EntityManager, id: DriverId): Promise<boolean> {
    const results: unknown[] = await tx.query(
      `SELECT 1 FROM training_result WHERE driver_id = $1 LIMIT 1`,
      [id],
    );
    return results.length > 0;
  }

  /** The earliest first. */
  decisionsOn(manager: EntityManager, id: DriverId): Promise<DriverDecisionRow[]> {
    return manager.query(
      `SELECT d.id, d.driver_id AS "driverId", d.kind, d.before, d.left_on::text AS "leftOn",
         d.reason, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt",
         coalesce(decider.roles, '{}') AS "decidedByRoles"
       FROM driver_decision d LEFT JOIN app_user decider ON decider.id = d.decided_by
       WHERE d.driver_id = $1 ORDER BY d.decided_at, d.id`,
      [id],
    );
  }

  save(tx: EntityManager, row: DriverEntity): Promise<DriverEntity> {
    return tx.save(DriverEntity, row);
  }

  async keep(tx: EntityManager, decision: DriverDecisionEntity): Promise<void> {
    await tx.insert(DriverDecisionEntity, decision);
  }
}
