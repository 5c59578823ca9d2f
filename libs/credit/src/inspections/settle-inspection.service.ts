import type { ReportInspectionRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InspectionTaskEntity } from '../data/inspections/inspection-task.entity.js';
import type { InspectionTaskStepEntity } from '../data/inspections/inspection-task-step.entity.js';
import { InspectionTaskRepository } from '../data/inspections/inspection-task.repository.js';
import { RecordLedgerEntryService } from '../record-ledger-entry.service.js';

type Outcome = Pick<InspectionTaskStepEntity, 'toState' | 'text' | 'ledgerEntryId'>;

/** Ends an inspection that was handed out: with what was found, or because nobody has to look. */
@Injectable()
export class SettleInspectionService {
  constructor(
    private readonly tasks: InspectionTaskRepository,
    private readonly ledger: RecordLedgerEntryService,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was found goes into the enterprise's ledger, in the same transaction. */
  report(
    scope: AccessScope,
    id: string,
    { inspectedAt, result, hasFindings }: ReportInspectionRequest,
  ): Promise<InspectionTaskEntity> {
    return this.settle(scope, id, async (task, tx) => {
      const entry = await this.ledger.record(
        scope,
        {
          enterpriseId: task.enterpriseId,
          kind: 'inspection',
          occurredAt: inspectedAt,
          title: task.title,
          content: result,
          personName: task.inspectorName,
          photoUrls: [],
          vehicleId: null,
          siteId: null,
          siteName: null,
          hasFindings,
        },
        tx,
      );
      return { toState: 'done', text: result, ledgerEntryId: entry.id };
    });
  }

  withdraw(scope: AccessScope, id: string, reason: string): Promise<InspectionTaskEntity> {
    return this.settle(scope, id, async () => ({
      toState: 'withdrawn',
      text: reason,
      ledgerEntryId: null,
    }));
  }

  private settle(
    scope: AccessScope,
    id: string,
    decide: (task: InspectionTaskEntity, tx: EntityManager) => Promise<Outcome>,
  ): Promise<InspectionTaskEntity> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.enterprises.idsSeenBy(scope, tx);
      const task = await this.tasks.lock(tx, id, seen);
      if (!task) throw new DomainError('INSPECTION_NOT_FOUND', `No inspection ${id}`, { id });
      if (task.state !== 'open') {
        throw new DomainError('INSPECTION_SETTLED', `It is ${task.state}`, { state: task.state });
      }
      return this.tasks.step(tx, task, {
        ...(await decide(task, tx)),
        id: newId<string>(),
        taskId: id,
        takenBy: scope.userId,
        takenAt: this.clock.now(),
      });
    });
  }
}
