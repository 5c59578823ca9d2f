import type { DayValidity, ListInspectionTasksQuery } from '@tongyun/contracts';
import { type AccessScope, groupBy } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { InspectionTaskEntity } from '../data/inspections/inspection-task.entity.js';
import type { InspectionTaskStepEntity } from '../data/inspections/inspection-task-step.entity.js';
import { InspectionTaskRepository } from '../data/inspections/inspection-task.repository.js';
import { DueWork } from '../due-work.js';
import { UNSETTLED_INSPECTIONS } from '../rules/inspection-task.js';

export interface ShownInspection {
  readonly task: InspectionTaskEntity;
  /** Null: it is settled. */
  readonly dueValidity: DayValidity | null;
  /** Oldest first. */
  readonly steps: readonly InspectionTaskStepEntity[];
}

@Injectable()
export class InspectionQueries {
  constructor(
    private readonly tasks: InspectionTaskRepository,
    private readonly due: DueWork,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Newest first; one row more than the page holds. */
  async list(scope: AccessScope, query: ListInspectionTasksQuery): Promise<ShownInspection[]> {
    const after = readInstantCursor(query);
    const asked = await this.due.enterprisesAsked(scope, query.enterpriseId);
    const days = await this.due.days();
    return this.show(await this.tasks.list(this.unitOfWork.reads, asked, query, days, after));
  }

  async show(tasks: readonly InspectionTaskEntity[]): Promise<ShownInspection[]> {
    const ids = tasks.map(({ id }) => id);
    const steps = await this.tasks.stepsOf(this.unitOfWork.reads, ids);
    const stepsOf = groupBy(steps, ({ taskId }) => taskId);
    const days = await this.due.days();
    return tasks.map((task) => ({
      task,
      dueValidity: this.due.validityOf(task, UNSETTLED_INSPECTIONS, days),
      steps: stepsOf.get(task.id) ?? [],
    }));
  }
}
