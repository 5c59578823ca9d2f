import type { ListDriverTrainingsQuery } from '@tongyun/contracts';
import { type Driver, DriverQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  type KeptResult,
  TrainingResultRepository,
  type WithdrawnResult,
} from './data/training-result.repository.js';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { computeDayValidity, type DayValidity } from './rules/day-validity.js';
import {
  findLackedPasses,
  findTrainingStanding,
  type TrainingStanding,
} from './rules/trainings.js';
import { TrainedDriver } from './trained-driver.js';
import { readsCoursesAlone } from './training-readers.js';
import { WarnedDaysQueries } from './warned-days.service.js';

export interface DriverTraining extends TrainingStanding<KeptResult> {
  readonly driver: Driver;
}

@Injectable()
export class TrainingQueries {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly trainings: TrainingResultRepository,
    private readonly sessions: TrainingSessionRepository,
    private readonly trained: TrainedDriver,
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

  /** Every result of a driver, those withdrawn among them; the one recorded last is the first. */
  async ofDriver(scope: AccessScope, driverId: DriverId): Promise<KeptResult[]> {
    const { id } = await this.trained.get(scope, driverId);
    return (await this.trainings.ofDrivers(this.unitOfWork.reads, [id])).toReversed();
  }

  /** Results for want of which a driver may not work today, as they were withdrawn. */
  async withdrawnOf(driverId: DriverId): Promise<WithdrawnResult[]> {
    const { today } = await this.warnedDays.at('training.expiring_within_days', this.clock.now());
    const results = await this.trainings.ofDrivers(this.unitOfWork.reads, [driverId]);
    return findLackedPasses(results, today).filter(isWithdrawn);
  }

  /** How each of some results stands today; null for one that was failed or is withdrawn. */
  async validities(): Promise<(result: KeptResult) => DayValidity | null> {
    const days = await this.warnedDays.at('training.expiring_within_days', this.clock.now());
    return ({ hasPassed, withdrawal, expiresOn }) =>
      hasPassed && withdrawal === null ? computeDayValidity(expiresOn, days) : null;
  }
}

const isWithdrawn = (result: KeptResult): result is WithdrawnResult => result.withdrawal !== null;

/** Null narrows nothing. */
function inBoth(
  some: readonly DriverId[] | null,
  others: readonly DriverId[] | null,
): readonly DriverId[] | null {
  if (some === null || others === null) return some ?? others;
  const known = new Set(others);
  return some.filter((id) => known.has(id));
}
