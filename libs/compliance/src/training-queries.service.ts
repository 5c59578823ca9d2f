import type { PageQuery } from '@tongyun/contracts';
import { type Driver, DriverQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, localTimeOf } from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import { TrainingResultRepository } from './data/training-result.repository.js';
import { findTrainingStanding, type TrainingStanding } from './rules/trainings.js';

export interface DriverTraining extends TrainingStanding<TrainingResultEntity> {
  readonly driver: Driver;
}

@Injectable()
export class TrainingQueries {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly trainings: TrainingResultRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Drivers by name with what counts today; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: PageQuery): Promise<DriverTraining[]> {
    const drivers = await this.drivers.list(scope, query);
    const results = await this.trainings.ofDrivers(
      this.unitOfWork.reads,
      drivers.map(({ id }) => id),
    );
    const { on } = localTimeOf(this.clock.now(), this.timeZone);
    return drivers.map((driver) => ({
      driver,
      ...findTrainingStanding(
        results.filter(({ driverId }) => driverId === driver.id),
        on,
      ),
    }));
  }
}
