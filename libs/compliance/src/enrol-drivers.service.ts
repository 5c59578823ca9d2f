import { DriverQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  newId,
  type TrainingSessionId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { judgeEnrolment } from './rules/training-session.js';
import {
  type SessionWithEnrolments,
  TrainingSessionQueries,
} from './training-session-queries.service.js';

@Injectable()
export class EnrolDriversService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly queries: TrainingSessionQueries,
    private readonly drivers: DriverQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives drivers a place: all of them or, where places are too few, none. Who has one keeps it. */
  enrol(
    scope: AccessScope,
    id: TrainingSessionId,
    driverIds: readonly DriverId[],
  ): Promise<SessionWithEnrolments> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.sessions.lock(tx, id);
      for (const driverId of driverIds) await this.drivers.getEmployed(scope, driverId, tx);
      const places = await this.sessions.places(tx, id);
      const taken = new Set(places.map(({ driverId }) => driverId));
      const wanted = [...new Set(driverIds)].filter((driverId) => !taken.has(driverId));

      const now = this.clock.now();
      const verdict = judgeEnrolment(session, places.length, wanted.length, now);
      if (!verdict.ok) {
        const { ok: _ok, code, ...details } = verdict;
        throw new DomainError(code, 'The session cannot take these drivers', details);
      }
      if (wanted.length > 0) {
        await this.sessions.insertPlaces(
          tx,
          wanted.map((driverId) => ({
            id: newId(),
            sessionId: id,
            driverId,
            state: 'enrolled',
            enrolledBy: scope.userId,
            enrolledAt: now,
            settledBy: null,
            settledAt: null,
          })),
        );
      }
      return this.queries.get(scope, id, tx);
    });
  }
}
