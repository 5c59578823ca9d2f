import type { DriverId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WarnedDays } from '../rules/day-validity.js';
import { TrainingResultEntity } from './training-result.entity.js';

/** The examinations on record; nothing here changes or removes a row. */
@Injectable()
export class TrainingResultRepository {
  ofDrivers(
    manager: EntityManager,
    driverIds: readonly DriverId[],
  ): Promise<TrainingResultEntity[]> {
    return manager
      .createQueryBuilder(TrainingResultEntity, 'result')
      .where('result.driverId = ANY(:driverIds)', { driverIds })
      .orderBy('result.recordedAt')
      .getMany();
  }

  /** Of whom the pass of one kind that runs longest ends within these days, or has ended before them. */
  async driversEnding(
    manager: EntityManager,
    ending: 'expiring' | 'expired',
    { today, untilOn }: WarnedDays,
  ): Promise<DriverId[]> {
    const rows: { id: DriverId }[] = await manager.query(
      `SELECT DISTINCT driver_id AS id FROM (
         SELECT driver_id, max(expires_on) AS last_on FROM training_result
         WHERE has_passed AND passed_on <= $1::date GROUP BY driver_id, kind) longest
       WHERE CASE WHEN $2 = 'expired' THEN last_on < $1::date
         ELSE last_on BETWEEN $1::date AND $3::date END`,
      [today, ending, untilOn],
    );
    return rows.map(({ id }) => id);
  }

  async insert(manager: EntityManager, row: TrainingResultEntity): Promise<void> {
    await manager.insert(TrainingResultEntity, row);
  }
}
