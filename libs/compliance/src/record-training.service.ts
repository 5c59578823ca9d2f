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
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import { TrainingBook } from './training-book.js';

@Injectable()
export class RecordTrainingService {
  constructor(
    private readonly book: TrainingBook,
    private readonly drivers: DriverQueries,
    private readonly unitOfWork: UnitOfWork,
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
        sessionId: null,
        certificateNo: null,
        recordedBy: scope.userId,
        recordedAt: now,
      };
      await this.book.enter(tx, [result]);
      return result;
    });
  }
}
