import type { WarnedDays } from '@tongyun/compliance';
import type { ListInspectionTasksQuery } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { UNSETTLED_INSPECTIONS } from '../../rules/inspection-task.js';
import { listDueRows, lockDueRow } from '../due-rows.js';
import { InspectionTaskStepEntity } from './inspection-task-step.entity.js';
import { InspectionTaskEntity } from './inspection-task.entity.js';

@Injectable()
export class InspectionTaskRepository {
  async add(
    tx: EntityManager,
    row: InspectionTaskEntity,
    step: InspectionTaskStepEntity,
  ): Promise<void> {
    await tx.insert(InspectionTaskEntity, row);
    await tx.insert(InspectionTaskStepEntity, step);
  }

  lock(
    tx: EntityManager,
    id: string,
    enterpriseIds: readonly EnterpriseId[],
  ): Promise<InspectionTaskEntity | null> {
    return lockDueRow(tx, InspectionTaskEntity, id, enterpriseIds);
  }

  async step(
    tx: EntityManager,
    row: InspectionTaskEntity,
    step: InspectionTaskStepEntity,
  ): Promise<InspectionTaskEntity> {
    await tx.insert(InspectionTaskStepEntity, step);
    return tx.save(InspectionTaskEntity, { ...row, state: step.toState });
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    enterpriseIds: readonly EnterpriseId[],
    query: ListInspectionTasksQuery,
    days: WarnedDays,
    after: CursorKey | null,
  ): Promise<InspectionTaskEntity[]> {
    const dueDays = { ...days, unsettled: UNSETTLED_INSPECTIONS };
    return listDueRows(manager, InspectionTaskEntity, enterpriseIds, query, dueDays, after);
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, ids: readonly string[]): Promise<InspectionTaskStepEntity[]> {
    return manager.find(InspectionTaskStepEntity, {
      where: { taskId: In(ids) },
      order: { takenAt: 'ASC', id: 'ASC' },
    });
  }
}
