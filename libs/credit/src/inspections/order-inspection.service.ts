import type { OrderInspectionRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type EnterpriseId, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { InspectionTaskEntity } from '../data/inspections/inspection-task.entity.js';
import { InspectionTaskRepository } from '../data/inspections/inspection-task.repository.js';
import { DueWork } from '../due-work.js';

/** Hands an inspection out: who looks at what, until when (R22). */
@Injectable()
export class OrderInspectionService {
  constructor(
    private readonly tasks: InspectionTaskRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly due: DueWork,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async order(
    scope: AccessScope,
    { demand, enterpriseId, ...asked }: OrderInspectionRequest,
  ): Promise<InspectionTaskEntity> {
    const now = this.clock.now();
    await this.due.assertAhead(asked.dueOn, 'INSPECTION_DUE_PAST');
    const row: InspectionTaskEntity = {
      ...asked,
      id: newId<string>(),
      enterpriseId: enterpriseId as EnterpriseId,
      state: 'open',
      orderedAt: now,
      version: 1,
    };
    const step = {
      id: newId<string>(),
      taskId: row.id,
      toState: row.state,
      text: demand,
      ledgerEntryId: null,
      takenBy: scope.userId,
      takenAt: now,
    };
    return this.unitOfWork.run(async (tx) => {
      await this.enterprises.get(scope, row.enterpriseId, tx);
      await this.tasks.add(tx, row, step);
      return row;
    });
  }
}
