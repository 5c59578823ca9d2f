import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  type DriverId,
  type EnterpriseId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { StartConfirmationEntity } from './data/start-confirmation.entity.js';
import { StartConfirmationRepository } from './data/start-confirmation.repository.js';

/** A beginning is shown to its driver until his day should be over. */
const SHOWN_FOR_MIN = 12 * 60;

/** What drivers said of when they begin. */
@Injectable()
export class StartConfirmationQueries {
  constructor(
    private readonly confirmations: StartConfirmationRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The last word of each driver. */
  ofDay(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    on: string,
  ): Promise<StartConfirmationEntity[]> {
    return this.confirmations.lastOfDay(this.unitOfWork.reads, scope, enterpriseId, on);
  }

  /** What a driver said last of the day that he is in, or the next. */
  lastOf(driverId: DriverId): Promise<StartConfirmationEntity | null> {
    const after = addMinutes(this.clock.now(), -SHOWN_FOR_MIN);
    return this.confirmations.lastOfDriver(this.unitOfWork.reads, driverId, after);
  }
}
