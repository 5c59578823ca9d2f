import type { WithdrawTrainingRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TrainingResultEntity } from './data/training-result.entity.js';
import { type KeptResult, TrainingResultRepository } from './data/training-result.repository.js';
import { TrainedDriver } from './trained-driver.js';
import { TrainingBook } from './training-book.js';

@Injectable()
export class WithdrawTrainingService {
  constructor(
    private readonly results: TrainingResultRepository,
    private readonly trained: TrainedDriver,
    private readonly book: TrainingBook,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Says of a result that it was recorded wrongly: with its certificate it counts no more, from now on
   * and for good. It stays on record, and one of before that still runs counts again.
   */
  withdraw(
    scope: AccessScope,
    resultId: string,
    { reason }: WithdrawTrainingRequest,
  ): Promise<KeptResult> {
    return this.unitOfWork.run(async (tx) => {
      const { id, driverId } = await this.find(scope, resultId, tx);
      const withdrawal = {
        id: newId<string>(),
        resultId: id,
        reason,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      if (!(await this.book.withdraw(tx, driverId, withdrawal))) {
        throw new DomainError('TRAINING_WITHDRAWN', 'The result was withdrawn before', {
          id: resultId,
        });
      }
      const results = await this.results.ofDrivers(tx, [driverId]);
      return results.find((result) => result.id === id)!;
    });
  }

  /** One of a driver who may not be seen is not there. */
  private async find(
    scope: AccessScope,
    id: string,
    tx: EntityManager,
  ): Promise<TrainingResultEntity> {
    const notFound = new DomainError('TRAINING_NOT_FOUND', `No training result ${id}`, { id });
    const result = await this.results.find(tx, id);
    if (!result) throw notFound;
    try {
      await this.trained.get(scope, result.driverId, tx);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'DRIVER_NOT_FOUND') throw notFound;
      throw error;
    }
    return result;
  }
}
