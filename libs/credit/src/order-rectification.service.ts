import type { OrderRectificationRequest } from '@tongyun/contracts';
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
import type { RectificationEntity } from './data/rectification.entity.js';
import { RectificationRepository } from './data/rectification.repository.js';

/** Orders an enterprise to put something right by a day (R29). */
@Injectable()
export class OrderRectificationService {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  order(scope: AccessScope, request: OrderRectificationRequest): Promise<RectificationEntity> {
    const now = this.clock.now();
    const { dueOn, demand, title, evidenceId } = request;
    if (dueOn < localTimeOf(now, this.timeZone).on) {
      throw new DomainError('RECTIFICATION_DUE_PAST', 'The day is past', { dueOn });
    }
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
