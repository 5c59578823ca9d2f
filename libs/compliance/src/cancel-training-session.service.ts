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
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import {
  type SessionWithEnrolments,
  TrainingSessionQueries,
} from './training-session-queries.service.js';

@Injectable()
export class CancelTrainingSessionService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly queries: TrainingSessionQueries,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Calls a planned session off. The places in it stay on record. */
  cancel(
    scope: AccessScope,
    id: TrainingSessionId,
    reason: string,
  ): Promise<SessionWithEnrolments> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.sessions.lock(tx, id);
      if (session.state !== 'planned') {
        throw new DomainError(
          'TRAINING_SESSION_CLOSED',
          'Only a planned session can be called off',
          {
            state: session.state,
          },
        );
      }
      await this.sessions.save(tx, Object.assign(session, { state: 'cancelled' as const }));
      await this.decisions.insert(tx, {
        id: newId(),
        subjectKind: 'training_session',
        subjectId: id,
        fromState: 'planned',
        toState: 'cancelled',
        reason,
        before: null,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      });
      return this.queries.get(scope, id, tx);
    });
  }
}
