import type { PageQuery } from '@tongyun/contracts';
import type { AccessScope, TrainingSessionId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TrainingSessionEntity } from './data/training-session.entity.js';
import {
  type EnrolmentRow,
  TrainingSessionRepository,
} from './data/training-session.repository.js';

export interface SessionWithPlaces {
  readonly session: TrainingSessionEntity;
  readonly enrolled: number;
}
export interface SessionWithEnrolments extends SessionWithPlaces {
  readonly enrolments: readonly EnrolmentRow[];
}

@Injectable()
export class TrainingSessionQueries {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A session with the drivers that the asker may see. */
  async get(
    scope: AccessScope,
    id: TrainingSessionId,
    tx?: EntityManager,
  ): Promise<SessionWithEnrolments> {
    const manager = tx ?? this.unitOfWork.reads;
    const session = await this.sessions.get(manager, id);
    const places = await this.sessions.countPlaces(manager, [id]);
    const enrolments = await this.sessions.placesOf(manager, scope, id);
    return { session, enrolled: places.get(id) ?? 0, enrolments };
  }

  /** Latest first; one row more than the page holds, for `toPage`. All who read trainings see them. */
  async list(_scope: AccessScope, query: PageQuery): Promise<SessionWithPlaces[]> {
    const { reads } = this.unitOfWork;
    const sessions = await this.sessions.list(reads, query, readInstantCursor(query));
    const places = await this.sessions.countPlaces(
      reads,
      sessions.map(({ id }) => id),
    );
    return sessions.map((session) => ({ session, enrolled: places.get(session.id) ?? 0 }));
  }
}
