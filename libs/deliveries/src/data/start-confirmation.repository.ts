import type { AccessScope, DriverId, EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { StartConfirmationEntity } from './start-confirmation.entity.js';
import { enterprisesOf, seenByBuilder } from './visible.js';

/** What drivers said of when they begin. */
@Injectable()
export class StartConfirmationRepository {
  find(manager: EntityManager, id: string): Promise<StartConfirmationEntity | null> {
    return manager.findOneBy(StartConfirmationEntity, { id });
  }

  async insert(tx: EntityManager, row: StartConfirmationEntity): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(StartConfirmationEntity)
      .values(row)
      .orIgnore()
      .execute();
  }

  /** What each driver of an enterprise said last of an operating day, as far as the asker may see. */
  lastOfDay(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    operatingOn: string,
  ): Promise<StartConfirmationEntity[]> {
    return manager
      .createQueryBuilder(StartConfirmationEntity, 'said')
      .distinctOn(['said.driverId'])
      .where('said.enterpriseId = :enterpriseId AND said.operatingOn = :operatingOn', {
        enterpriseId,
        operatingOn,
      })
      .andWhere(seenByBuilder('said.enterpriseId'), { seen: enterprisesOf(scope) })
      .orderBy('said.driverId')
      .addOrderBy('said.receivedAt', 'DESC')
      .getMany();
  }

  /** The last word of a driver about a beginning after an instant. */
  lastOfDriver(
    manager: EntityManager,
    driverId: DriverId,
    after: Date,
  ): Promise<StartConfirmationEntity | null> {
    return manager.findOne(StartConfirmationEntity, {
      where: { driverId, startsAt: MoreThan(after) },
      order: { receivedAt: 'DESC' },
    });
  }
}
