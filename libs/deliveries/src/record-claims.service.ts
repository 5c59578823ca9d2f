import { type AccessScope, type Clock, CLOCK, type DriverId, type TripId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TripRepository } from './data/trip.repository.js';
import { RecordStageService } from './record-stage.service.js';
import type { TripStage } from './rules/stages.js';
import { type Tap, type TapResult, takeTaps } from './take-taps.js';

export interface DriverClaim extends Tap {
  readonly tripId: string;
  readonly stage: TripStage;
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

  /** A tap on a trip that is somebody else's by now is kept for a person to settle. */
  record(
    scope: AccessScope,
    driverId: DriverId,
    claims: readonly DriverClaim[],
  ): Promise<TapResult[]> {
    const receivedAt = this.clock.now();
    return takeTaps(claims, {
      record: ({ id, tripId, stage, claimedAt }) =>
        this.recordStage.record(scope, {
          claimId: id,
          tripId: tripId as TripId,
          stage,
          at: claimedAt,
          receivedAt,
          evidence: 'claim',
        }),
      notHis: 'TRIP_NOT_FOUND',
      reason: 'not_your_trip',
      keep: ({ id, tripId, stage, claimedAt }, reason) =>
        this.unitOfWork.run((tx) =>
          this.trips.keepClaim(tx, {
            id,
            tripId: tripId as TripId,
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
