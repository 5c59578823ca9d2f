import {
  type AccessScope,
  addMinutes,
  DomainError,
  maySeeEnterprise,
  type OrderId,
  type TripId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { AssignmentJobs } from './assignment-jobs.service.js';
import { ConcreteLives } from './concrete-lives.service.js';
import type { DiversionEntity } from './data/diversion.entity.js';
import {
  type CarriedRow,
  DiversionRepository,
  type OpenLoadRow,
  type OrderDiversionRow,
} from './data/diversion.repository.js';
import type { TripEntity } from './data/trip.entity.js';
import { TripRepository } from './data/trip.repository.js';
import { OrderQueries } from './order-queries.service.js';
import type { JobTimes } from './rules/assignment-window.js';
import type { ConcreteLifeLimits } from './rules/concrete-life.js';
import { carriedM3Of, carriesConcrete } from './rules/diversion/carried-concrete.js';

/** Concrete in a drum that could be sent elsewhere. */
export interface CarriedConcrete extends CarriedRow {
  readonly trip: TripEntity;
  readonly carriedM3: number;
  readonly life: ConcreteLifeLimits;
  readonly times: JobTimes;
}

/** What there is to know before concrete is sent elsewhere, and what was. */
@Injectable()
export class DiversionQueries {
  constructor(
    private readonly diversions: DiversionRepository,
    private readonly trips: TripRepository,
    private readonly orders: OrderQueries,
    private readonly jobs: AssignmentJobs,
    private readonly lives: ConcreteLives,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Refuses a trip whose drum holds nothing that could be sent on. */
  async carriedBy(scope: AccessScope, id: TripId, now: Date): Promise<CarriedConcrete> {
    const trip = await this.tripOf(scope, id);
    const carried = await this.diversions.carriedBy(this.unitOfWork.reads, id);
    if (!carried || !carriesConcrete(trip)) {
      throw new DomainError('TRIP_NOT_LOADED', 'Its drum holds nothing that could be sent on', {
        stage: trip.stage,
      });
    }
    const { enterpriseId, plantId } = trip;
    return {
      ...carried,
      trip,
      carriedM3: carriedM3Of(trip),
      life: await this.lives.limitsOf(
        { grade: carried.grade, enterpriseId, retarderMin: carried.retarderMin },
        trip.batchedAt ?? now,
      ),
      times: await this.jobs.timesAt(now, { enterpriseId, plantId }),
    };
  }

  /**
   * Loads of the kind and operating day of a trip's that nobody has begun on, of other orders; of the days
   * beside it those that are due while its concrete lives.
   */
  async openLoads(
    scope: AccessScope,
    { trip, kind, operatingOn, life }: CarriedConcrete,
    now: Date,
  ): Promise<OpenLoadRow[]> {
    const { reads } = this.unitOfWork;
    const from = trip.batchedAt ?? now;
    const lives = { from, to: addMinutes(from, life.dischargeWithinMin) };
    const { enterpriseId } = trip;
    const open = await this.diversions.openLoads(reads, scope, enterpriseId, operatingOn, lives);
    return open.filter((load) => load.orderId !== trip.orderId && load.kind === kind);
  }

  /** Oldest first. */
  async ofTrip(scope: AccessScope, id: TripId): Promise<DiversionEntity[]> {
    await this.tripOf(scope, id);
    return this.diversions.ofTrip(this.unitOfWork.reads, id);
  }

  /** What was sent away from an order and to it, oldest first. */
  async ofOrder(scope: AccessScope, id: OrderId): Promise<OrderDiversionRow[]> {
    await this.orders.get(scope, id);
    return this.diversions.ofOrder(this.unitOfWork.reads, id);
  }

  private async tripOf(scope: AccessScope, id: TripId): Promise<TripEntity> {
    const trip = await this.trips.find(this.unitOfWork.reads, id);
    if (trip && maySeeEnterprise(scope, trip.enterpriseId)) return trip;
    throw new DomainError('TRIP_NOT_FOUND', `No trip ${id}`, { id });
  }
}
