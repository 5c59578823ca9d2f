import { type AccessScope, DomainError, maySeeEnterprise, type TripId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { isLostRace } from './data/database-errors.js';
import type { TripEntity } from './data/trip.entity.js';
import { type LockedTrip, TripRepository } from './data/trip.repository.js';
import { FollowTripService } from './follow-trip.service.js';
import {
  advanceTrip,
  type StageOutcome,
  type StageVerdict,
  SUPERSEDED,
  type TripProgress,
} from './rules/advance-trip.js';
import { timesOf } from './rules/stage-times.js';
import type { StageEvidence, TripStage } from './rules/stages.js';
import { findSuperseded } from './rules/supersede-trips.js';

export interface ReportedStage {
  /** Taken once; a repeat gets the first answer. */
  readonly claimId: string;
  readonly tripId: TripId;
  readonly stage: TripStage;
  /** By the clock of whoever says it. */
  readonly at: Date;
  readonly receivedAt: Date;
  readonly evidence: StageEvidence;
  readonly reason?: string | undefined;
}

export interface RecordedStage {
  readonly outcome: StageOutcome;
  /** Why somebody must look; null unless the outcome is `to_settle`. */
  readonly reason: string | null;
  readonly trip: TripEntity;
}

/** What such a trip had is to be brought again. */
const LEFT_THE_RUN: readonly TripStage[] = ['refused', 'diverted'];

/** Two reports about one truck may collide; the loser tries again, for a fact is never refused. */
const ATTEMPTS = 3;

/** Keeps what is reported of a trip, and moves the trip as far as the evidence carries. */
@Injectable()
export class RecordStageService {
  constructor(
    private readonly trips: TripRepository,
    private readonly followTrip: FollowTripService,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Never refuses a fact for contradicting the plan; only an unseen trip is refused. */
  async record(
    scope: AccessScope,
    reported: ReportedStage,
    tx?: EntityManager,
  ): Promise<RecordedStage> {
    if (tx) return this.recordIn(tx, scope, reported);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run((own) => this.recordIn(own, scope, reported));
      } catch (error) {
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }

  private async recordIn(
    tx: EntityManager,
    scope: AccessScope,
    reported: ReportedStage,
  ): Promise<RecordedStage> {
    const locked = await this.trips.lock(tx, reported.tripId);
    if (!locked || !isOwn(scope, locked.trip)) {
      throw new DomainError('TRIP_NOT_FOUND', `No trip ${reported.tripId}`, {
        id: reported.tripId,
      });
    }
    const verdict = advanceTrip(locked.trip, {
      ...reported,
      at: notAhead(reported),
      reason: reported.reason ?? null,
    });
    const isNew = await this.keep(tx, scope, reported, locked.trip, verdict);
    if (!isNew) return this.answerBefore(tx, reported.claimId, locked.trip);
    if (verdict.outcome !== 'applied') {
      return { outcome: verdict.outcome, reason: whyOf(verdict), trip: locked.trip };
    }
    const trip = await this.apply(tx, locked, verdict.trip);
    if (LEFT_THE_RUN.includes(reported.stage)) {
      const order = { id: trip.orderId, enterpriseId: trip.enterpriseId };
      await this.announcer.wants(tx, order, reported.reason ?? '');
    }
    return { outcome: 'applied', reason: null, trip };
  }

  private keep(
    tx: EntityManager,
    scope: AccessScope,
    reported: ReportedStage,
    trip: TripEntity,
    verdict: StageVerdict,
  ): Promise<boolean> {
    return this.trips.keepClaim(tx, {
      id: reported.claimId,
      tripId: trip.id,
      driverId: scope.driverId,
      claimedBy: scope.userId,
      stage: reported.stage,
      claimedAt: reported.at,
      receivedAt: reported.receivedAt,
      evidence: reported.evidence,
      outcome: verdict.outcome,
      reason: reported.reason ?? whyOf(verdict),
    });
  }

  private async answerBefore(
    tx: EntityManager,
    claimId: string,
    trip: TripEntity,
  ): Promise<RecordedStage> {
    const before = await this.trips.findClaim(tx, claimId);
    if (!before) throw new Error(`claim ${claimId} was refused as known and is not there`);
    const reason = before.outcome === 'to_settle' ? before.reason : null;
    return { outcome: before.outcome, reason, trip };
  }

  private async apply(
    tx: EntityManager,
    { trip, underWay }: LockedTrip,
    progress: TripProgress,
  ): Promise<TripEntity> {
    const { startedAt, endedAt } = progress;
    const isStarting = startedAt !== null && endedAt === null;
    const over = isStarting
      ? findSuperseded(
          { id: trip.id, startedAt },
          underWay.map((other) => ({ id: other.id, startedAt: other.startedAt })),
        )
      : [];
    // The older trips end first: the database allows a vehicle and a driver one open trip.
    for (const other of underWay) {
      const end = over.find(({ id }) => id === other.id);
      if (end) await this.supersede(tx, other, end.endedAt);
    }
    const ownEnd = over.find(({ id }) => id === trip.id);
    const end = ownEnd ? { endedAt: ownEnd.endedAt, endReason: SUPERSEDED } : {};
    const changed = await this.trips.change(tx, trip, {
      ...progress,
      ...timesOf(progress.stageEvidence),
      ...end,
    });
    await this.followTrip.follow(tx, changed);
    return changed;
  }

  private async supersede(tx: EntityManager, trip: TripEntity, endedAt: Date): Promise<void> {
    const ended = await this.trips.change(tx, trip, { endedAt, endReason: SUPERSEDED });
    await this.followTrip.follow(tx, ended);
  }
}

/** A driver records for his own trips, whoever he is lent to; others for their enterprise's. */
const isOwn = (scope: AccessScope, trip: TripEntity): boolean =>
  scope.driverId === null
    ? maySeeEnterprise(scope, trip.enterpriseId)
    : scope.driverId === trip.driverId;

/** A phone whose clock runs ahead cannot set a time that has not come. */
const notAhead = ({ at, receivedAt }: ReportedStage): Date => (at > receivedAt ? receivedAt : at);

const whyOf = (verdict: StageVerdict): string | null =>
  verdict.outcome === 'to_settle' ? verdict.why : null;
