import type {
  ExaminationView,
  PageQuery,
  TrainingEnrolmentState,
  TrainingKind,
} from '@tongyun/contracts';
import {
  type AccessScope,
  DomainError,
  type DriverId,
  type EnterpriseId,
  type TrainingSessionId,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TrainingEnrolmentEntity } from './training-enrolment.entity.js';
import { TrainingSessionEntity } from './training-session.entity.js';

/** A place in a session and whose it is. */
export interface EnrolmentRow {
  readonly id: string;
  readonly driverId: DriverId;
  readonly driverName: string;
  readonly enterpriseId: EnterpriseId;
  readonly state: TrainingEnrolmentState;
  readonly skill: ExaminationView | null;
  readonly safety: ExaminationView | null;
}

/** What an enrolled driver's examination of a kind came to in the session; null if there is none. */
const examined = (kind: TrainingKind) => `
  (SELECT jsonb_build_object('score', result.score, 'hasPassed', result.has_passed,
     'expiresOn', result.expires_on::text, 'certificateNo', result.certificate_no,
     'withdrawal', CASE WHEN gone.id IS NOT NULL THEN
       jsonb_build_object('reason', gone.reason, 'decidedAt', gone.decided_at) END)
   FROM training_result result
   LEFT JOIN training_withdrawal gone ON gone.result_id = result.id
   WHERE result.driver_id = enrolment.driver_id AND result.session_id = enrolment.session_id
     AND result.kind = '${kind}') AS "${kind}"`;

/** Sessions are everybody's who may read trainings; the names in them are of one's own drivers. */
@Injectable()
export class TrainingSessionRepository {
  async get(manager: EntityManager, id: TrainingSessionId): Promise<TrainingSessionEntity> {
    return found(id, await manager.findOneBy(TrainingSessionEntity, { id }));
  }

  /** The session, held until this transaction ends: its places are counted by one at a time. */
  async lock(tx: EntityManager, id: TrainingSessionId): Promise<TrainingSessionEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found(id, await tx.findOne(TrainingSessionEntity, { where: { id }, lock }));
  }

  /** Latest first, after the cursor. */
  list(
    manager: EntityManager,
    { limit }: PageQuery,
    after: CursorKey | null,
  ): Promise<TrainingSessionEntity[]> {
    const rows = manager.createQueryBuilder(TrainingSessionEntity, 'session').where('true');
    if (after) rows.andWhere('(session.startsAt, session.id) < (:key::timestamptz, :id)', after);
    return rows
      .orderBy({ 'session.startsAt': 'DESC', 'session.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
  }

  async insert(tx: EntityManager, row: TrainingSessionEntity): Promise<void> {
    await tx.insert(TrainingSessionEntity, row);
  }

  save(tx: EntityManager, row: TrainingSessionEntity): Promise<TrainingSessionEntity> {
    return tx.save(TrainingSessionEntity, row);
  }

  /** How many drivers hold a place in each of these sessions. */
  async countPlaces(
    manager: EntityManager,
    ids: readonly TrainingSessionId[],
  ): Promise<ReadonlyMap<TrainingSessionId, number>> {
    const rows: { session_id: TrainingSessionId; places: number }[] = await manager.query(
      `SELECT session_id, count(*)::int AS places FROM training_enrolment
       WHERE session_id = ANY($1::uuid[]) AND state <> 'withdrawn' GROUP BY session_id`,
      [ids],
    );
    return new Map(rows.map(({ session_id, places }) => [session_id, places]));
  }

  /** Places of drivers that may be seen, by name; those given up stay out. */
  placesOf(
    manager: EntityManager,
    { enterpriseIds }: AccessScope,
    id: TrainingSessionId,
  ): Promise<EnrolmentRow[]> {
    return manager.query(
      `SELECT enrolment.id, enrolment.state, driver.id AS "driverId", driver.name AS "driverName",
         driver.enterprise_id AS "enterpriseId", ${examined('skill')}, ${examined('safety')}
       FROM training_enrolment enrolment JOIN driver ON driver.id = enrolment.driver_id
       WHERE enrolment.session_id = $1 AND enrolment.state <> 'withdrawn'
         AND ($2::uuid[] IS NULL OR driver.enterprise_id = ANY($2::uuid[]))
       ORDER BY driver.name, driver.id`,
      [id, enterpriseIds === 'all' ? null : enterpriseIds],
    );
  }

  /** Drivers who hold or held a place in any session; one given up is none. */
  async driversEnrolled(manager: EntityManager): Promise<DriverId[]> {
    const rows: { id: DriverId }[] = await manager.query(
      `SELECT DISTINCT driver_id AS id FROM training_enrolment WHERE state <> 'withdrawn'`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whether a driver holds or held a place in any session; one given up is none. */
  isEnrolled(manager: EntityManager, driverId: DriverId): Promise<boolean> {
    return manager
      .createQueryBuilder(TrainingEnrolmentEntity, 'enrolment')
      .where('enrolment.driverId = :driverId', { driverId })
      .andWhere(`enrolment.state <> 'withdrawn'`)
      .getExists();
  }

  places(tx: EntityManager, sessionId: TrainingSessionId): Promise<TrainingEnrolmentEntity[]> {
    return tx
      .createQueryBuilder(TrainingEnrolmentEntity, 'enrolment')
      .where('enrolment.sessionId = :sessionId', { sessionId })
      .andWhere(`enrolment.state <> 'withdrawn'`)
      .orderBy('enrolment.id')
      .getMany();
  }

  async insertPlaces(tx: EntityManager, rows: readonly TrainingEnrolmentEntity[]): Promise<void> {
    await tx.insert(TrainingEnrolmentEntity, [...rows]);
  }

  async savePlaces(tx: EntityManager, rows: TrainingEnrolmentEntity[]): Promise<void> {
    await tx.save(TrainingEnrolmentEntity, rows);
  }
}

function found(id: TrainingSessionId, row: TrainingSessionEntity | null): TrainingSessionEntity {
  if (row) return row;
  throw new DomainError('TRAINING_SESSION_NOT_FOUND', `No training session ${id}`, { id });
}
