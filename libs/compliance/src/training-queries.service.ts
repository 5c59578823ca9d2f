import type { ListDriverTrainingsQuery } from '@tongyun/contracts';
import { type Driver, DriverQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import { TrainingResultRepository } from './data/training-result.repository.js';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { computeDayValidity, type DayValidity } from './rules/day-validity.js';
import { findTrainingStanding, type TrainingStanding } from './rules/trainings.js';
import { readsCoursesAlone } from './training-readers.js';
import { WarnedDaysQueries } from './warned-days.service.js';

export interface DriverTraining extends TrainingStanding<TrainingResultEntity> {
  readonly driver: Driver;
}

@Injectable()
export class TrainingQueries {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly trainings: TrainingResultRepository,
    private readonly sessions: TrainingSessionRepository,
    private readonly warnedDays: WarnedDaysQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Drivers by name with what counts today; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: ListDriverTrainingsQuery): Promise<DriverTraining[]> {
    const { reads } = this.unitOfWork;
    const { validity: ending } = query;
    const days = await this.warnedDays.at('training.expiring_within_days', this.clock.now());
    const ended = ending ? await this.trainings.driversEnding(reads, ending, days) : null;
    const enrolled = readsCoursesAlone(scope) ? await this.sessions.driversEnrolled(reads) : null;
    const drivers = await this.drivers.list(scope, query, inBoth(ended, enrolled));
    const results = await this.trainings.ofDrivers(
      reads,
      drivers.map(({ id }) => id),
    );
    return drivers.map((driver) => ({
      driver,
      ...findTrainingStanding(
        results.filter(({ driverId }) => driverId === driver.id),
        days.today,
      ),
    }));
  }

  /** How each of some results stands today; null for one that was failed. */
  async validities(): Promise<(result: TrainingResultEntity) => DayValidity | null> {
    const days = await this.warnedDays.at('training.expiring_within_days', this.clock.now());
    return ({ hasPassed, expiresOn }) => (hasPassed ? computeDayValidity(expiresOn, days) : null);
  }
}

/** Null narrows nothing. */
function inBoth(
  some: readonly DriverId[] | null,
  others: readonly DriverId[] | null,
): readonly DriverId[] | null {
  if (some === null || others === null) return some ?? others;
  const known = new Set(others);
  return some.filter((id) => known.has(id));
}
