import { type AccessScope, DomainError, type TripId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { OrderRepository } from './data/order.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { RecordStageService, type ReportedStage } from './record-stage.service.js';
import { ReopenLoad } from './reopen-load.js';
import { carriedM3Of } from './rules/diversion/carried-concrete.js';
import { roundM3, SMALLEST_M3 } from './rules/volume.js';

export interface LoadRefusal extends Omit<ReportedStage, 'stage' | 'tripId'> {
  readonly reason: string;
  /** What the site took of it before it refused the rest, m³. */
  readonly takenM3: number;
}

/** A site refuses a load, whole or in part: what it took is delivered, the rest is wanted again. */
@Injectable()
export class RefuseLoadService {
  constructor(
    private readonly recordStage: RecordStageService,
    private readonly trips: TripRepository,
    private readonly orders: OrderRepository,
    private readonly reopening: ReopenLoad,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  refuse(scope: AccessScope, tripId: TripId, refusal: LoadRefusal): Promise<void> {
    return this.unitOfWork.run((tx) => this.refuseIn(tx, scope, tripId, refusal));
  }

  private async refuseIn(
    tx: EntityManager,
    scope: AccessScope,
    tripId: TripId,
    { takenM3, ...reported }: LoadRefusal,
  ): Promise<void> {
    const { outcome, reason, trip } = await this.recordStage.record(
      scope,
      { ...reported, tripId, stage: 'refused' },
      tx,
    );
    if (outcome === 'kept') return;
    if (outcome === 'to_settle') {
      throw new DomainError('TRIP_NOT_LOADED', 'Nothing of this trip can be refused', { reason });
    }
    const carriedM3 = carriedM3Of(trip);
    if (takenM3 > carriedM3 - SMALLEST_M3) {
      throw new DomainError('DIVERSION_VOLUME_WRONG', 'The site cannot have taken all of it', {
        carriedM3,
        takenM3,
      });
    }
    if (takenM3 < SMALLEST_M3) return;
    await this.orders.lock(tx, trip.orderId);
    await this.reopening.reopen(tx, trip, takenM3, reported.receivedAt);
    const changed = await this.trips.change(tx, trip, {
      takenElsewhereM3: roundM3(trip.takenElsewhereM3 + takenM3),
      plannedM3: roundM3(carriedM3 - takenM3),
    });
    await this.reopening.followLoads(tx, trip.orderId);
    await this.announcer.trip(tx, changed);
  }
}
