import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type PumpJobId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PumpJobRepository } from '../data/pumping/pump-job.repository.js';
import type { StageOutcome } from '../rules/advance-trip.js';
import type { PumpStage } from '../rules/pumping/pump-stages.js';
import { RecordPumpStageService } from './record-pump-stage.service.js';

export interface PumpClaim {
  readonly id: string;
  readonly pumpJobId: string;
  readonly stage: PumpStage;
  readonly claimedAt: Date;
}

export interface PumpClaimResult {
  readonly id: string;
  readonly outcome: StageOutcome;
  readonly reason: string | null;
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

  /** In the order of tapping, each in a transaction of its own: one bad tap loses no other. */
  async record(
    scope: AccessScope,
    driverId: DriverId,
    claims: readonly PumpClaim[],
  ): Promise<PumpClaimResult[]> {
    const receivedAt = this.clock.now();
    const inOrder = claims.toSorted((one, other) => +one.claimedAt - +other.claimedAt);
    const results: PumpClaimResult[] = [];
    for (const claim of inOrder) {
      results.push(await this.recordOne(scope, driverId, claim, receivedAt));
    }
    return results;
  }

  private async recordOne(
    scope: AccessScope,
    driverId: DriverId,
    claim: PumpClaim,
    receivedAt: Date,
  ): Promise<PumpClaimResult> {
    const { id, stage, claimedAt } = claim;
    const pumpJobId = claim.pumpJobId as PumpJobId;
    const reported = { claimId: id, pumpJobId, stage, at: claimedAt, receivedAt } as const;
    try {
      const { outcome, reason } = await this.recordStage.record(scope, {
        ...reported,
        evidence: 'claim',
      });
      return { id, outcome, reason };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'PUMP_JOB_NOT_FOUND') throw error;
      return this.keepForNoJob(scope, driverId, claim, receivedAt);
    }
  }

  /** The job is another enterprise's, or none's: kept for a person to settle. */
  private async keepForNoJob(
    scope: AccessScope,
    driverId: DriverId,
    { id, pumpJobId, stage, claimedAt }: PumpClaim,
    receivedAt: Date,
  ): Promise<PumpClaimResult> {
    const reason = 'not_your_pump_job';
    await this.unitOfWork.run((tx) =>
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
    );
    return { id, outcome: 'to_settle', reason };
  }
}
