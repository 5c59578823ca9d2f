import type { DriverId } from '@tongyun/kernel';
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

  save(tx: EntityManager, row: DriverEntity): Promise<DriverEntity> {
    return tx.save(DriverEntity, row);
  }

  async keep(tx: EntityManager, decision: DriverDecisionEntity): Promise<void> {
    await tx.insert(DriverDecisionEntity, decision);
  }
}
