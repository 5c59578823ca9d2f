import type { RecordTrainingRequest } from '@tongyun/contracts';
import { DriverQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { Outbox, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ComplianceEvents } from './compliance.events.js';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import { TrainingResultRepository } from './data/training-result.repository.js';

@Injectable()
export class RecordTrainingService {
  constructor(
    private readonly trainings: TrainingResultRepository,
    private readonly drivers: DriverQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Puts the result of an examination on record, passed or not. */
  async record(scope: AccessScope, request: RecordTrainingRequest): Promise<TrainingResultEntity> {
    const now = this.clock.now();
    const { on: today } = localTimeOf(now, this.timeZone);
    if (request.passedOn > today) {
      throw new DomainError('TRAINING_IN_FUTURE', 'The examination has not taken place yet', {
        passedOn: request.passedOn,
        today,
      });
    }
    return this.unitOfWork.run(async (tx) => {
      const { id: driverId } = await this.drivers.get(scope, request.driverId as DriverId, tx);
      const result: TrainingResultEntity = {
        ...request,
        id: newId(),
        driverId,
        recordedBy: scope.userId,
        recordedAt: now,
      };
      await this.trainings.insert(tx, result);
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.driver_changed',
        orderingKey: driverId,
        payload: { driverId },
      });
      return result;
    });
  }
}
