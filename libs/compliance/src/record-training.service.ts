import type { RecordTrainingRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { KeptResult } from './data/training-result.repository.js';
import { judgeStatedResult } from './rules/training-session.js';
import { TrainedDriver } from './trained-driver.js';
import { TrainingBook } from './training-book.js';

@Injectable()
export class RecordTrainingService {
  constructor(
    private readonly book: TrainingBook,
    private readonly trained: TrainedDriver,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /**
   * Puts the result of an examination on record, passed or not: who sees those of the courses alone,
   * of a driver who sits or sat in one.
   */
  async record(scope: AccessScope, request: RecordTrainingRequest): Promise<KeptResult> {
    const now = this.clock.now();
    const { on: today } = localTimeOf(now, this.timeZone);
    if (request.passedOn > today) {
      throw new DomainError('TRAINING_IN_FUTURE', 'The examination has not taken place yet', {
        passedOn: request.passedOn,
        today,
      });
    }
    await this.assertFits(request);
    return this.unitOfWork.run(async (tx) => {
      const { id: driverId } = await this.trained.get(scope, request.driverId as DriverId, tx);
      const result = {
        ...request,
        id: newId<string>(),
        driverId,
        sessionId: null,
        certificateNo: null,
        recordedBy: scope.userId,
        recordedAt: now,
      };
      await this.book.enter(tx, [result]);
      return { ...result, withdrawal: null };
    });
  }

  /** By the limits that were in force on the day of the examination. */
  private async assertFits(request: RecordTrainingRequest): Promise<void> {
    const at = instantOfLocal(request.passedOn, 0, this.timeZone);
    const verdict = judgeStatedResult(request, {
      passScore: (await this.policies.valueAt('training.pass_score', at)).value,
      validMonths: (await this.policies.valueAt('training.valid_months', at)).value,
    });
    if (verdict.ok) return;
    throw new DomainError(verdict.code, 'The limits of that day give no such result', {
      passedOn: request.passedOn,
      ...('latestOn' in verdict && { latestOn: verdict.latestOn }),
    });
  }
}
