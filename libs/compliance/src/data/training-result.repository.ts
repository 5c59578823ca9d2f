import type { DriverId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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

  async insert(manager: EntityManager, row: TrainingResultEntity): Promise<void> {
    await manager.insert(TrainingResultEntity, row);
  }
}
