import type { DayValidity, ListRectificationsQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, groupBy } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { RectificationEntity } from './data/rectification.entity.js';
import { RectificationRepository } from './data/rectification.repository.js';
import type { RectificationStepEntity } from './data/rectification-step.entity.js';
import { DueWork } from './due-work.js';
import { UNSETTLED_RECTIFICATIONS } from './rules/rectification.js';

export interface ShownRectification {
  readonly row: RectificationEntity;
  /** Null: it is settled. */
  readonly dueValidity: DayValidity | null;
  /** Oldest first. */
  readonly steps: readonly RectificationStepEntity[];
}

@Injectable()
export class RectificationQueries {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly due: DueWork,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: string): Promise<ShownRectification> {
    const seen = await this.due.enterprisesAsked(scope, undefined);
    const row = await this.rectifications.find(this.unitOfWork.reads, id, seen);
    if (!row) throw new DomainError('RECTIFICATION_NOT_FOUND', `No rectification ${id}`, { id });
    const [shown] = await this.show([row]);
    return shown!;
  }

  /** Newest first; one row more than the page holds. */
  async list(scope: AccessScope, query: ListRectificationsQuery): Promise<ShownRectification[]> {
    const after = readInstantCursor(query);
    const asked = await this.due.enterprisesAsked(scope, query.enterpriseId);
    const days = await this.due.days();
    const { reads } = this.unitOfWork;
    return this.show(await this.rectifications.list(reads, asked, query, days, after));
  }

  async show(rows: readonly RectificationEntity[]): Promise<ShownRectification[]> {
    const ids = rows.map(({ id }) => id);
    const steps = await this.rectifications.stepsOf(this.unitOfWork.reads, ids);
    const stepsOf = groupBy(steps, ({ rectificationId }) => rectificationId);
    const days = await this.due.days();
    return rows.map((row) => ({
      row,
      dueValidity: this.due.validityOf(row, UNSETTLED_RECTIFICATIONS, days),
      steps: stepsOf.get(row.id) ?? [],
    }));
  }
}
