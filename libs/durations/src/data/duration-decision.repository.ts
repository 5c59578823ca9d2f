import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DurationDecisionEntity } from './duration-decision.entity.js';

/** How many decisions on one key are shown. */
const MOST_SHOWN = 200;

@Injectable()
export class DurationDecisionRepository {
  find(
    manager: EntityManager,
    { enterpriseIds }: AccessScope,
    id: string,
  ): Promise<DurationDecisionEntity | null> {
    const rows = manager
      .createQueryBuilder(DurationDecisionEntity, 'decision')
      .where('decision.id = :id', { id });
    if (enterpriseIds !== 'all') {
      rows.andWhere('decision.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
    }
    return rows.getOne();
  }

  /** The newest of each key, withdrawn and run out ones too. */
  newest(manager: EntityManager, enterpriseId: EnterpriseId): Promise<DurationDecisionEntity[]> {
    return manager
      .createQueryBuilder(DurationDecisionEntity, 'decision')
      .distinctOn(['decision.key'])
      .where('decision.enterpriseId = :enterpriseId', { enterpriseId })
      .orderBy('decision.key')
      .addOrderBy('decision.version', 'DESC')
      .getMany();
  }

  newestOf(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    key: string,
  ): Promise<DurationDecisionEntity | null> {
    return manager.findOne(DurationDecisionEntity, {
      where: { enterpriseId, key },
      order: { version: 'DESC' },
    });
  }

  /** Every decision on a key, the newest first. */
  ofKey(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    key: string,
  ): Promise<DurationDecisionEntity[]> {
    return manager.find(DurationDecisionEntity, {
      where: { enterpriseId, key },
      order: { version: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  /** Adds a decision; false when somebody else has added one of the same version. */
  async add(tx: EntityManager, row: DurationDecisionEntity): Promise<boolean> {
    const { raw }: { raw: unknown[] } = await tx
      .createQueryBuilder()
      .insert()
      .into(DurationDecisionEntity)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  }
}
