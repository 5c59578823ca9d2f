import { type Driver, DriverQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { readsCoursesAlone } from './training-readers.js';

/** Finds the driver whose results are read, recorded or withdrawn. */
@Injectable()
export class TrainedDriver {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly sessions: TrainingSessionRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** To who sees those of the courses alone, one who sits or sat in a course. */
  async get(scope: AccessScope, id: DriverId, tx?: EntityManager): Promise<Driver> {
    const driver = await this.drivers.get(scope, id, tx);
    const manager = tx ?? this.unitOfWork.reads;
    if (readsCoursesAlone(scope) && !(await this.sessions.isEnrolled(manager, id))) {
      throw new DomainError('DRIVER_NOT_FOUND', `No driver ${id} in a course`, { id });
    }
    return driver;
  }
}
