import type { WarnedDays } from '@tongyun/compliance';
import type { ListRectificationsQuery } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { UNSETTLED_RECTIFICATIONS } from '../rules/rectification.js';
import { listDueRows, lockDueRow } from './due-rows.js';
import type { SteppedRectification } from '../rules/propose-grade.js';
import { RectificationEntity } from './rectification.entity.js';
import { RectificationStepEntity } from './rectification-step.entity.js';

@Injectable()
export class RectificationRepository {
  async add(
    tx: EntityManager,
    row: RectificationEntity,
    step: RectificationStepEntity,
  ): Promise<void> {
    await tx.insert(RectificationEntity, row);
    await tx.insert(RectificationStepEntity, step);
  }

  find(
    manager: EntityManager,
    id: string,
    enterpriseIds: readonly EnterpriseId[],
  ): Promise<RectificationEntity | null> {
    return manager.findOneBy(RectificationEntity, { id, enterpriseId: In(enterpriseIds) });
  }

  lock(
    tx: EntityManager,
    id: string,
    enterpriseIds: readonly EnterpriseId[],
  ): Promise<RectificationEntity | null> {
    return lockDueRow(tx, RectificationEntity, id, enterpriseIds);
  }

  async step(
    tx: EntityManager,
    row: RectificationEntity,
    step: RectificationStepEntity,
  ): Promise<RectificationEntity> {
    await tx.insert(RectificationStepEntity, step);
    return tx.save(RectificationEntity, {
      ...row,
      state: step.toState,
      dueOn: step.dueOn ?? row.dueOn,
    });
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    enterpriseIds: readonly EnterpriseId[],
    query: ListRectificationsQuery,
    days: WarnedDays,
    after: CursorKey | null,
  ): Promise<RectificationEntity[]> {
    const dueDays = { ...days, unsettled: UNSETTLED_RECTIFICATIONS };
    return listDueRows(manager, RectificationEntity, enterpriseIds, query, dueDays, after);
  }

  /** All of an enterprise, the last stepped first. */
  steppedOf(manager: EntityManager, enterpriseId: EnterpriseId): Promise<SteppedRectification[]> {
    return manager.query(
      `SELECT r.id, r.title, r.state, max(step.taken_at) AS "steppedAt"
       FROM rectification r JOIN rectification_step step ON step.rectification_id = r.id
       WHERE r.enterprise_id = $1 GROUP BY r.id ORDER BY max(step.taken_at) DESC, r.id DESC`,
      [enterpriseId],
    );
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, ids: readonly string[]): Promise<RectificationStepEntity[]> {
    return manager.find(RectificationStepEntity, {
      where: { rectificationId: In([...ids]) },
      order: { takenAt: 'ASC', id: 'ASC' },
    });
  }
}
