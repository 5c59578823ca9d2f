import type { ListInspectionTasksQuery } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
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

  /** Held until the transaction ends, so that two cannot settle it at once. */
  lock(
    tx: EntityManager,
    id: string,
    enterpriseIds: readonly EnterpriseId[],
  ): Promise<InspectionTaskEntity | null> {
    return tx
      .createQueryBuilder(InspectionTaskEntity, 'task')
      .setLock('pessimistic_write')
      .where('task.id = :id AND task.enterpriseId = ANY(:enterpriseIds)', { id, enterpriseIds })
      .getOne();
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
    { state, limit }: ListInspectionTasksQuery,
    after: CursorKey | null,
  ): Promise<InspectionTaskEntity[]> {
    const rows = manager
      .createQueryBuilder(InspectionTaskEntity, 'task')
      .where('task.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
    if (state) rows.andWhere('task.state = :state', { state });
    if (after) rows.andWhere('(task.orderedAt, task.id) < (:key, :id)', after);
    return rows
      .orderBy({ 'task.orderedAt': 'DESC', 'task.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, ids: readonly string[]): Promise<InspectionTaskStepEntity[]> {
    return manager.find(InspectionTaskStepEntity, {
      where: { taskId: In(ids) },
      order: { takenAt: 'ASC', id: 'ASC' },
    });
  }
}
