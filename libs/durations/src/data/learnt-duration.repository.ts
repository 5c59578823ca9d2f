import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { DurationLearningEntity } from './duration-learning.entity.js';
import { LearntDurationEntity } from './learnt-duration.entity.js';

/** Rows of one statement: short enough for its parameters. */
const AT_ONCE = 500;

@Injectable()
export class LearntDurationRepository {
  inForce(manager: EntityManager, enterpriseId: EnterpriseId): Promise<LearntDurationEntity[]> {
    return manager.findBy(LearntDurationEntity, { enterpriseId, supersededAt: IsNull() });
  }

  /** The newest first. */
  learnings(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    take: number,
  ): Promise<DurationLearningEntity[]> {
    return manager.find(DurationLearningEntity, {
      where: { enterpriseId },
      order: { learntAt: 'DESC', id: 'DESC' },
      take,
    });
  }

  /** Puts what was learnt in the place of what held until then for the same keys, or for keys of no trips. */
  async replace(
    tx: EntityManager,
    learning: DurationLearningEntity,
    goneKeys: readonly string[],
    rows: readonly LearntDurationEntity[],
  ): Promise<void> {
    await tx.insert(DurationLearningEntity, learning);
    const keys = [...goneKeys, ...rows.map(({ key }) => key)];
    await tx.update(
      LearntDurationEntity,
      { enterpriseId: learning.enterpriseId, key: In(keys), supersededAt: IsNull() },
      { supersededAt: learning.learntAt },
    );
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await tx.insert(LearntDurationEntity, rows.slice(from, from + AT_ONCE));
    }
  }
}
