import type { PlanTrainingSessionRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type TrainingSessionId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { TrainingSessionEntity } from './data/training-session.entity.js';
import { TrainingSessionRepository } from './data/training-session.repository.js';

@Injectable()
export class PlanTrainingSessionService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Announces a session that enterprises may enrol their drivers in. */
  plan(scope: AccessScope, request: PlanTrainingSessionRequest): Promise<TrainingSessionEntity> {
    const now = this.clock.now();
    if (request.startsAt <= now) {
      throw new DomainError('TRAINING_SESSION_IN_PAST', 'The session would have begun already', {
        startsAt: request.startsAt,
      });
    }
    return this.unitOfWork.run(async (tx) => {
      const session: TrainingSessionEntity = {
        ...request,
        id: newId<TrainingSessionId>(),
        state: 'planned',
        plannedBy: scope.userId,
        plannedAt: now,
        version: 1,
      };
      await this.sessions.insert(tx, session);
      return session;
    });
  }
}
