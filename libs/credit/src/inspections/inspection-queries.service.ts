import type { ListInspectionTasksQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, groupBy, localTimeOf } from '@tongyun/kernel';
import { readInstantCursor, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { InspectionTaskEntity } from '../data/inspections/inspection-task.entity.js';
import type { InspectionTaskStepEntity } from '../data/inspections/inspection-task-step.entity.js';
import { InspectionTaskRepository } from '../data/inspections/inspection-task.repository.js';
import { isTaskOverdue } from '../rules/inspection-task.js';

export interface ShownInspection {
  readonly task: InspectionTaskEntity;
  readonly isOverdue: boolean;
  /** Oldest first. */
  readonly steps: readonly InspectionTaskStepEntity[];
}

@Injectable()
export class InspectionQueries {
  constructor(
    private readonly tasks: InspectionTaskRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; one row more than the page holds. */
  async list(scope: AccessScope, query: ListInspectionTasksQuery): Promise<ShownInspection[]> {
    const after = readInstantCursor(query);
    const seen = await this.enterprises.idsSeenBy(scope);
    const { enterpriseId } = query;
    const asked = enterpriseId === undefined ? seen : seen.filter((id) => id === enterpriseId);
    return this.show(await this.tasks.list(this.unitOfWork.reads, asked, query, after));
  }

  async show(tasks: readonly InspectionTaskEntity[]): Promise<ShownInspection[]> {
    const ids = tasks.map(({ id }) => id);
    const steps = await this.tasks.stepsOf(this.unitOfWork.reads, ids);
    const stepsOf = groupBy(steps, ({ taskId }) => taskId);
    const today = localTimeOf(this.clock.now(), this.timeZone).on;
    return tasks.map((task) => ({
      task,
      isOverdue: isTaskOverdue(task, today),
      steps: stepsOf.get(task.id) ?? [],
    }));
  }
}
