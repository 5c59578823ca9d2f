import type { OrderRectificationRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type EnterpriseId, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { RectificationEntity } from './data/rectification.entity.js';
import { RectificationRepository } from './data/rectification.repository.js';
import { DueWork } from './due-work.js';

/** Orders an enterprise to put something right by a day (R29). */
@Injectable()
export class OrderRectificationService {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly due: DueWork,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async order(
    scope: AccessScope,
    request: OrderRectificationRequest,
  ): Promise<RectificationEntity> {
    const now = this.clock.now();
    const { dueOn, demand, title, evidenceId } = request;
    await this.due.assertAhead(dueOn, 'RECTIFICATION_DUE_PAST');
    const row: RectificationEntity = {
      id: newId<string>(),
      enterpriseId: request.enterpriseId as EnterpriseId,
      title,
      dueOn,
      evidenceId,
      state: 'ordered',
      orderedAt: now,
      version: 1,
    };
    const step = {
      id: newId<string>(),
      rectificationId: row.id,
      toState: row.state,
      text: demand,
      photoUrls: [],
      dueOn,
      takenBy: scope.userId,
      takenAt: now,
    };
    return this.unitOfWork.run(async (tx) => {
      await this.enterprises.get(scope, row.enterpriseId, tx);
      await this.rectifications.add(tx, row, step);
      return row;
    });
  }
}
