import type { OrderInspectionRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { InspectionTaskEntity } from '../data/inspections/inspection-task.entity.js';
import { InspectionTaskRepository } from '../data/inspections/inspection-task.repository.js';

/** Hands an inspection out: who looks at what, until when (R22). */
@Injectable()
export class OrderInspectionService {
  constructor(
    private readonly tasks: InspectionTaskRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  order(
    scope: AccessScope,
    { demand, enterpriseId, ...asked }: OrderInspectionRequest,
  ): Promise<InspectionTaskEntity> {
    const now = this.clock.now();
    const { dueOn } = asked;
    if (dueOn < localTimeOf(now, this.timeZone).on) {
      throw new DomainError('INSPECTION_DUE_PAST', 'The day is past', { dueOn });
    }
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
