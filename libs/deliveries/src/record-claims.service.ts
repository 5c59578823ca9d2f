import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type TripId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TripRepository } from './data/trip.repository.js';
import { RecordStageService } from './record-stage.service.js';
import type { StageOutcome } from './rules/advance-trip.js';
import type { TripStage } from './rules/stages.js';

export interface DriverClaim {
  readonly id: string;
  readonly tripId: string;
  readonly stage: TripStage;
  readonly claimedAt: Date;
}

export interface ClaimResult {
  readonly id: string;
  readonly outcome: StageOutcome;
  readonly reason: string | null;
}

/** Takes the taps of a driver's phone, as many as it kept while it had no signal. */
@Injectable()
export class RecordClaimsService {
  constructor(
    private readonly recordStage: RecordStageService,
    private readonly trips: TripRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order of tapping, each in a transaction of its own: one bad tap loses no other. */
  async record(
    scope: AccessScope,
    driverId: DriverId,
    claims: readonly DriverClaim[],
  ): Promise<ClaimResult[]> {
    const receivedAt = this.clock.now();
    const inOrder = claims.toSorted((one, other) => +one.claimedAt - +other.claimedAt);
    const results: ClaimResult[] = [];
    for (const claim of inOrder) {
      results.push(await this.recordOne(scope, driverId, claim, receivedAt));
    }
    return results;
  }

  private async recordOne(
    scope: AccessScope,
    driverId: DriverId,
    claim: DriverClaim,
    receivedAt: Date,
  ): Promise<ClaimResult> {
    try {
      const { outcome, reason } = await this.recordStage.record(scope, {
        claimId: claim.id,
        tripId: claim.tripId as TripId,
        stage: claim.stage,
        at: claim.claimedAt,
        receivedAt,
        evidence: 'claim',
      });
      return { id: claim.id, outcome, reason };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'TRIP_NOT_FOUND') throw error;
      return this.keepForNoTrip(scope, driverId, claim, receivedAt);
    }
  }

  /** The plan changed and the trip is somebody else's now: kept for a person to settle. */
  private async keepForNoTrip(
    scope: AccessScope,
    driverId: DriverId,
    claim: DriverClaim,
    receivedAt: Date,
  ): Promise<ClaimResult> {
    const reason = 'not_your_trip';
    await this.unitOfWork.run((tx) =>
      this.trips.keepClaim(tx, {
        id: claim.id,
        tripId: claim.tripId as TripId,
        driverId,
        claimedBy: scope.userId,
        stage: claim.stage,
        claimedAt: claim.claimedAt,
        receivedAt,
        evidence: 'claim',
        outcome: 'to_settle',
        reason,
      }),
    );
    return { id: claim.id, outcome: 'to_settle', reason };
  }
}
