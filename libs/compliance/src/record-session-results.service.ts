import type { RecordSessionResultsRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  localTimeOf,
  newId,
  type TrainingSessionId,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import type { TrainingEnrolmentEntity } from './data/training-enrolment.entity.js';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import type { TrainingSessionEntity } from './data/training-session.entity.js';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { documentNumber } from './rules/document-number.js';
import { type ExaminationLimits, gradeExamination } from './rules/training-session.js';
import { TrainingBook } from './training-book.js';
import {
  type SessionWithEnrolments,
  TrainingSessionQueries,
} from './training-session-queries.service.js';

type SessionResult = RecordSessionResultsRequest['results'][number];

/** What certificates' numbers begin with: 培训, then year and month. */
const CERTIFICATE = 'PX';

@Injectable()
export class RecordSessionResultsService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly queries: TrainingSessionQueries,
    private readonly book: TrainingBook,
    private readonly counters: DocumentCounterRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /**
   * Closes a session: who came, and each examination graded by the limits in force that day.
   *
   * Everybody who holds a place is named, so that nobody is forgotten; it is done once. A result
   * that was wrong is withdrawn, and the right one recorded by itself.
   */
  record(
    scope: AccessScope,
    id: TrainingSessionId,
    results: readonly SessionResult[],
  ): Promise<SessionWithEnrolments> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.sessions.lock(tx, id);
      const now = this.clock.now();
      assertUnderWay(session, now);
      const places = await this.sessions.places(tx, id);
      const resultOf = matchPlaces(places, results);

      const settled = { settledBy: scope.userId, settledAt: now };
      await this.sessions.savePlaces(
        tx,
        places.map((place) => {
          const { hasAttended } = resultOf.get(place.driverId)!;
          return Object.assign(place, {
            ...settled,
            state: hasAttended ? ('attended' as const) : ('absent' as const),
          });
        }),
      );
      await this.book.enter(tx, await this.grade(tx, scope, session, [...resultOf.values()]));
      await this.sessions.save(tx, Object.assign(session, { state: 'held' as const }));
      return this.queries.get(scope, id, tx);
    });
  }

  private async grade(
    tx: EntityManager,
    scope: AccessScope,
    session: TrainingSessionEntity,
    results: readonly SessionResult[],
  ): Promise<TrainingResultEntity[]> {
    const { on } = localTimeOf(session.startsAt, this.timeZone);
    const limits: ExaminationLimits = {
      passScore: (await this.policies.valueAt('training.pass_score', session.startsAt, [], tx))
        .value,
      validMonths: (await this.policies.valueAt('training.valid_months', session.startsAt, [], tx))
        .value,
    };
    const entities: TrainingResultEntity[] = [];
    for (const { driverId, skillScore, safetyScore } of results) {
      const examined = [
        { kind: 'skill' as const, score: skillScore },
        { kind: 'safety' as const, score: safetyScore },
      ];
      for (const { kind, score } of examined) {
        if (score === null) continue;
        const graded = gradeExamination({ kind, score }, on, limits);
        entities.push({
          ...graded,
          id: newId(),
          driverId: driverId as DriverId,
          sessionId: session.id,
          certificateNo: graded.hasPassed ? await this.nextCertificate(tx, on) : null,
          recordedBy: scope.userId,
          recordedAt: this.clock.now(),
        });
      }
    }
    return entities;
  }

  private async nextCertificate(tx: EntityManager, on: string): Promise<string> {
    const prefix = `${CERTIFICATE}${on.slice(0, 7).replace('-', '')}`;
    return documentNumber(prefix, await this.counters.next(tx, 'training_certificate', prefix));
  }
}

function assertUnderWay({ state, startsAt }: TrainingSessionEntity, now: Date): void {
  if (state !== 'planned') {
    throw new DomainError(
      'TRAINING_SESSION_CLOSED',
      'The session is cancelled or its results are in',
      {
        state,
      },
    );
  }
  if (now < startsAt) {
    throw new DomainError('TRAINING_SESSION_AHEAD', 'The session has not begun yet', { startsAt });
  }
}

/** The result of everybody who holds a place; refuses strangers, repetitions and omissions. */
function matchPlaces(
  places: readonly TrainingEnrolmentEntity[],
  results: readonly SessionResult[],
): ReadonlyMap<string, SessionResult> {
  const resultOf = new Map(results.map((result) => [result.driverId, result]));
  const holders = new Set<string>(places.map(({ driverId }) => driverId));
  const strangers = [...resultOf.keys()].filter((driverId) => !holders.has(driverId));
  const missing = [...holders].filter((driverId) => !resultOf.has(driverId));
  if (strangers.length > 0 || missing.length > 0 || resultOf.size < results.length) {
    throw new DomainError('TRAINING_RESULTS_INCOMPLETE', 'Name everybody with a place, once', {
      strangers,
      missing,
    });
  }
  return resultOf;
}
