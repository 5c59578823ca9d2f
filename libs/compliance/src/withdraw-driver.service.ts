import { DriverQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type TrainingSessionId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { isOpenForEnrolment } from './rules/training-session.js';
import {
  type SessionWithEnrolments,
  TrainingSessionQueries,
} from './training-session-queries.service.js';

@Injectable()
export class WithdrawDriverService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly queries: TrainingSessionQueries,
    private readonly drivers: DriverQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives a driver's place back before the session begins. */
  withdraw(
    scope: AccessScope,
    id: TrainingSessionId,
    driverId: DriverId,
  ): Promise<SessionWithEnrolments> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.sessions.lock(tx, id);
      await this.drivers.get(scope, driverId, tx);
      const now = this.clock.now();
      if (!isOpenForEnrolment(session, now)) {
        throw new DomainError('TRAINING_SESSION_CLOSED', 'The session has begun or is over', {
          state: session.state,
        });
      }
      const place = (await this.sessions.places(tx, id)).find((it) => it.driverId === driverId);
      if (!place) {
        throw new DomainError('TRAINING_NOT_ENROLLED', 'The driver holds no place in it', {
          driverId,
        });
      }
      const settled = { state: 'withdrawn' as const, settledBy: scope.userId, settledAt: now };
      await this.sessions.savePlaces(tx, [Object.assign(place, settled)]);
      return this.queries.get(scope, id, tx);
    });
  }
}
