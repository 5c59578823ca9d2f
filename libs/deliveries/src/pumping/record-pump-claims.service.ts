import {
  type AccessScope,
  type Clock,
  CLOCK,
  type DriverId,
  type PumpJobId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PumpJobRepository } from '../data/pumping/pump-job.repository.js';
import type { PumpStage } from '../rules/pumping/pump-stages.js';
import { type Tap, type TapResult, takeTaps } from '../take-taps.js';
import { RecordPumpStageService } from './record-pump-stage.service.js';

export interface PumpClaim extends Tap {
  readonly pumpJobId: string;
  readonly stage: PumpStage;
}

/** Takes the taps of a pump operator's phone, as many as it kept while it had no signal. */
@Injectable()
export class RecordPumpClaimsService {
  constructor(
    private readonly recordStage: RecordPumpStageService,
    private readonly jobs: PumpJobRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A tap on a job that is another enterprise's, or none's, is kept for a person to settle. */
  record(
    scope: AccessScope,
    driverId: DriverId,
    claims: readonly PumpClaim[],
  ): Promise<TapResult[]> {
    const receivedAt = this.clock.now();
    return takeTaps(claims, {
      record: ({ id, pumpJobId, stage, claimedAt }) =>
        this.recordStage.record(scope, {
          claimId: id,
          pumpJobId: pumpJobId as PumpJobId,
          stage,
          at: claimedAt,
          receivedAt,
          evidence: 'claim',
        }),
      notHis: 'PUMP_JOB_NOT_FOUND',
      reason: 'not_your_pump_job',
      keep: ({ id, pumpJobId, stage, claimedAt }, reason) =>
        this.unitOfWork.run((tx) =>
          this.jobs.keepClaim(tx, {
            id,
            pumpJobId: pumpJobId as PumpJobId,
            driverId,
            claimedBy: scope.userId,
            stage,
            claimedAt,
            receivedAt,
            evidence: 'claim',
            outcome: 'to_settle',
            reason,
          }),
        ),
    });
  }
}
