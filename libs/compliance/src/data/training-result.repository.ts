import type { DriverId, Role } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WarnedDays } from '../rules/day-validity.js';
import { notWithdrawn } from './not-withdrawn.js';
import { TrainingResultEntity } from './training-result.entity.js';
import type { TrainingWithdrawalEntity } from './training-withdrawal.entity.js';

/** With the roles of whoever withdrew it, as his account is now. */
export interface TrainingWithdrawalRow extends TrainingWithdrawalEntity {
  readonly decidedByRoles: Role[];
}

/** A result that counts no more. */
export interface WithdrawnResult extends TrainingResultEntity {
  readonly withdrawal: TrainingWithdrawalRow;
}

/** A result, and that it was withdrawn; null: it was not. */
export interface KeptResult extends TrainingResultEntity {
  readonly withdrawal: TrainingWithdrawalRow | null;
}

/** The examinations on record, and which were withdrawn; nothing here changes or removes a row. */
@Injectable()
export class TrainingResultRepository {
  find(manager: EntityManager, id: string): Promise<TrainingResultEntity | null> {
    return manager.findOneBy(TrainingResultEntity, { id });
  }

  /** In the order in which they were recorded, those withdrawn among them. */
  async ofDrivers(manager: EntityManager, driverIds: readonly DriverId[]): Promise<KeptResult[]> {
    const results = await manager
      .createQueryBuilder(TrainingResultEntity, 'result')
      .where('result.driverId = ANY(:driverIds)', { driverIds })
      .orderBy({ 'result.recordedAt': 'ASC', 'result.id': 'ASC' })
      .getMany();
    const withdrawals: TrainingWithdrawalRow[] = await manager.query(
      `SELECT gone.id, gone.result_id AS "resultId", gone.reason, gone.decided_by AS "decidedBy",
         gone.decided_at AS "decidedAt", coalesce(decider.roles, '{}') AS "decidedByRoles"
       FROM training_withdrawal gone
       JOIN training_result result ON result.id = gone.result_id
       LEFT JOIN app_user decider ON decider.id = gone.decided_by
       WHERE result.driver_id = ANY($1)`,
      [driverIds],
    );
    const withdrawalOf = new Map(withdrawals.map((each) => [each.resultId, each]));
    return results.map((result) => ({
      ...result,
      withdrawal: withdrawalOf.get(result.id) ?? null,
    }));
  }

  /** Of whom the pass of one kind that runs longest ends within these days, or has ended before them. */
  async driversEnding(
    manager: EntityManager,
    ending: 'expiring' | 'expired',
    { today, untilOn }: WarnedDays,
  ): Promise<DriverId[]> {
    const rows: { id: DriverId }[] = await manager.query(
      `SELECT DISTINCT driver_id AS id FROM (
         SELECT driver_id, max(expires_on) AS last_on FROM training_result result
         WHERE has_passed AND passed_on <= $1::date AND ${notWithdrawn('result')}
         GROUP BY driver_id, kind) longest
       WHERE CASE WHEN $2 = 'expired' THEN last_on < $1::date
         ELSE last_on BETWEEN $1::date AND $3::date END`,
      [today, ending, untilOn],
    );
    return rows.map(({ id }) => id);
  }

  async insert(manager: EntityManager, row: TrainingResultEntity): Promise<void> {
    await manager.insert(TrainingResultEntity, row);
  }

  /** Once; answers whether this was it. */
  async withdraw(
    manager: EntityManager,
    { id, resultId, reason, decidedBy, decidedAt }: TrainingWithdrawalEntity,
  ): Promise<boolean> {
    const inserted: unknown[] = await manager.query(
      `INSERT INTO training_withdrawal (id, result_id, reason, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (result_id) DO NOTHING RETURNING id`,
      [id, resultId, reason, decidedBy, decidedAt],
    );
    return inserted.length > 0;
  }
}
