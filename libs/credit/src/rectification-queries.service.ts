import type { ListRectificationsQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  groupBy,
  localTimeOf,
} from '@tongyun/kernel';
import { readInstantCursor, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RectificationEntity } from './data/rectification.entity.js';
import { RectificationRepository } from './data/rectification.repository.js';
import type { RectificationStepEntity } from './data/rectification-step.entity.js';
import { isOverdue } from './rules/rectification.js';

export interface ShownRectification {
  readonly row: RectificationEntity;
  readonly isOverdue: boolean;
  /** Oldest first. */
  readonly steps: readonly RectificationStepEntity[];
}

@Injectable()
export class RectificationQueries {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, id: string): Promise<ShownRectification> {
    const seen = await this.enterprises.idsSeenBy(scope);
    const row = await this.rectifications.find(this.unitOfWork.reads, id, seen);
    if (!row) throw new DomainError('RECTIFICATION_NOT_FOUND', `No rectification ${id}`, { id });
    const [shown] = await this.show([row]);
    return shown!;
  }

  /** Newest first; one row more than the page holds. */
  async list(scope: AccessScope, query: ListRectificationsQuery): Promise<ShownRectification[]> {
    const after = readInstantCursor(query);
    const seen = await this.enterprises.idsSeenBy(scope);
    const { enterpriseId } = query;
    const asked = enterpriseId === undefined ? seen : seen.filter((id) => id === enterpriseId);
    const { reads } = this.unitOfWork;
    return this.show(await this.rectifications.list(reads, asked, query, after));
  }

  async show(rows: readonly RectificationEntity[]): Promise<ShownRectification[]> {
    const ids = rows.map(({ id }) => id);
    const steps = await this.rectifications.stepsOf(this.unitOfWork.reads, ids);
    const stepsOf = groupBy(steps, ({ rectificationId }) => rectificationId);
    const today = localTimeOf(this.clock.now(), this.timeZone).on;
    return rows.map((row) => ({
      row,
      isOverdue: isOverdue(row, today),
      steps: stepsOf.get(row.id) ?? [],
    }));
  }
}
