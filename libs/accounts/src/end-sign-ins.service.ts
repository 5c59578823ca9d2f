import { type AccessScope, type Clock, CLOCK, newId, type UserId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RefreshTokenRepository } from './data/refresh-token.repository.js';
import { UserDecisionEntity } from './data/user-decision.entity.js';
import { EndedSignIns } from './ended-sign-ins.js';

/** Ends every sign-in of a user inside somebody else's transaction, and writes down who did it. */
@Injectable()
export class EndSignInsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: RefreshTokenRepository,
    private readonly ended: EndedSignIns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async end(
    tx: EntityManager,
    scope: AccessScope,
    userId: UserId,
    decision: Pick<UserDecisionEntity, 'kind' | 'reason'>,
  ): Promise<void> {
    const decidedAt = this.clock.now();
    await this.tokens.revokeAllOf(tx, userId, decidedAt);
    await tx.insert(UserDecisionEntity, {
      ...decision,
      id: newId<string>(),
      userId,
      decidedBy: scope.userId,
      decidedAt,
    });
    this.unitOfWork.onCommit(tx, () => this.ended.end(userId));
  }
}
