import type { ListTripsQuery } from '@tongyun/contracts';
import { wgs84, type Wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  DomainError,
  type DriverId,
  type EnterpriseId,
  type OrderId,
  type PlantId,
  type SiteId,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type TripDetails, TripDetailsRepository } from './data/trip-details.repository.js';
import { isLoadedAt } from './rules/is-loaded.js';
import type { TripStage } from './rules/stages.js';

/** What the judge needs to know of the trip that a vehicle is on. */
export interface TripContext {
  readonly tripId: TripId;
  readonly enterpriseId: EnterpriseId;
  readonly orderId: OrderId;
  readonly driverId: DriverId;
  readonly grade: string;
  /** Of what was batched, minutes; null: none is stated. */
  readonly retarderMin: number | null;
  readonly stage: TripStage;
  /** Whether concrete is in the drum on the road, at the instant that was asked. */
  readonly isLoaded: boolean;
  readonly plantId: PlantId;
  readonly plantPosition: Wgs84;
  readonly plantFenceRadiusM: number;
  /** The plant whose range counts, once it has batched. */
  readonly batchedPlantId: PlantId | null;
  readonly siteId: SiteId;
  readonly sitePosition: Wgs84;
  readonly siteFenceRadiusM: number;
  readonly leftPlantAt: Date | null;
  readonly batchedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  /** Why it may go where it was not ordered to, or further than others; null: nothing is known. */
  readonly approval: string | null;
  readonly version: number;
}

/** An assigned trip that has not started counts for its vehicle this long around its window. */
const NEAR_WINDOW_MIN = 120;

@Injectable()
export class TripQueries {
  constructor(
    private readonly trips: TripDetailsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: TripId, tx?: EntityManager): Promise<TripDetails> {
    const trip = await this.trips.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!trip) throw new DomainError('TRIP_NOT_FOUND', `No trip ${id}`, { id });
    return trip;
  }

  /** Newest start first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListTripsQuery): Promise<TripDetails[]> {
    const filter = {
      isOpen: query.isOpen ?? null,
      vehicleId: (query.vehicleId as VehicleId | undefined) ?? null,
      driverId: scope.driverId,
    };
    const { reads } = this.unitOfWork;
    return this.trips.list(reads, scope, filter, readInstantCursor(query), query.limit + 1);
  }

  /** The driver's own trips that are not over: the one under way first, then by start. */
  openOfDriver(driverId: DriverId, tx?: EntityManager): Promise<TripDetails[]> {
    return this.trips.notEndedOfDriver(tx ?? this.unitOfWork.reads, driverId);
  }

  /**
   * The trip a vehicle is on at an instant, for the judge: the one under way then, else the next
   * assigned one whose window is near; null when it has nothing to do.
   */
  async contextOf(vehicleId: VehicleId, at: Date, tx?: EntityManager): Promise<TripContext | null> {
    const manager = tx ?? this.unitOfWork.reads;
    const trip = await this.trips.atInstant(manager, vehicleId, at, NEAR_WINDOW_MIN);
    if (!trip) return null;
    return {
      tripId: trip.id,
      enterpriseId: trip.enterpriseId,
      orderId: trip.orderId,
      driverId: trip.driverId,
      grade: trip.grade,
      retarderMin: trip.retarderMin,
      stage: trip.stage,
      isLoaded: isLoadedAt(trip, at),
      plantId: trip.plantId,
      plantPosition: wgs84(trip.plantLng, trip.plantLat),
      plantFenceRadiusM: trip.plantFenceRadiusM,
      batchedPlantId: trip.batchedPlantId,
      siteId: trip.siteId,
      sitePosition: wgs84(trip.siteLng, trip.siteLat),
      siteFenceRadiusM: trip.siteFenceRadiusM,
      leftPlantAt: trip.leftPlantAt,
      batchedAt: trip.batchedAt,
      arrivedAt: trip.arrivedAt,
      unloadStartAt: trip.unloadStartAt,
      unloadEndAt: trip.unloadEndAt,
      approval: approvalOf(trip),
      version: trip.version,
    };
  }
}

function approvalOf({ diversion, isEmergency, orderNo }: TripDetails): string | null {
  if (diversion) return `diversion allowed by ${diversion.approvedBy}: ${diversion.reason}`;
  return isEmergency ? `emergency order ${orderNo}` : null;
}
