import type { DeclareTripRequest } from '@tongyun/contracts';
import {
  EnterpriseModeQueries,
  EnterpriseQueries,
  PlantQueries,
  VehicleQueries,
} from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  type PlantId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredTripEntity } from './data/declared-trip.entity.js';
import { DeclaredTripRepository } from './data/declared-trip.repository.js';

export interface DeclaredTrips {
  readonly taken: number;
  /** Declared under way before, and now with its discharge. */
  readonly completed: number;
  readonly known: number;
}

@Injectable()
export class DeclareTripsService {
  constructor(
    private readonly trips: DeclaredTripRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly modes: EnterpriseModeQueries,
    private readonly plants: PlantQueries,
    private readonly vehicles: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes the trips of an enterprise that plans elsewhere: all of them, or none. */
  declare(
    scope: AccessScope,
    requests: readonly DeclareTripRequest[],
    within?: EntityManager,
  ): Promise<DeclaredTrips> {
    return this.unitOfWork.join(within, async (tx) => {
      const counts = { taken: 0, completed: 0, known: 0 };
      for (const request of requests) counts[await this.take(tx, scope, request)] += 1;
      return counts;
    });
  }

  /** @returns whether it is new or completed; the same trip told again changes nothing */
  private async take(
    tx: EntityManager,
    scope: AccessScope,
    request: DeclareTripRequest,
  ): Promise<keyof DeclaredTrips> {
    const { tripNo } = request;
    const enterpriseId = await this.declaringEnterprise(tx, scope, request);
    const trip: DeclaredTripEntity = {
      id: newId(),
      enterpriseId,
      tripNo,
      plantId: await this.plantOf(tx, scope, request),
      vehicleId: await this.vehicleOf(tx, scope, request),
      siteName: request.siteName,
      grade: request.grade,
      m3: request.m3,
      leftPlantAt: request.leftPlantAt,
      dischargedAt: request.dischargedAt,
      declaredBy: scope.userId,
      declaredAt: this.clock.now(),
      completedBy: null,
      completedAt: null,
    };
    assertPast(trip, this.clock.now());
    if (await this.trips.insertNew(tx, trip)) return 'taken';
    const known = await this.trips.lockByNumber(tx, enterpriseId, tripNo);
    if (isSame(known, trip)) {
      // A trip told again as it was under way takes nothing back of its discharge.
      if (trip.dischargedAt === null || isDischargedAt(known, trip.dischargedAt)) return 'known';
      if (known.dischargedAt === null) {
        await this.trips.complete(tx, known.id, {
          dischargedAt: trip.dischargedAt,
          completedBy: scope.userId,
          completedAt: this.clock.now(),
        });
        return 'completed';
      }
    }
    throw new DomainError('DECLARED_TRIP_CHANGED', `Trip ${tripNo} was declared otherwise`, {
      tripNo,
      declaredAt: known.declaredAt,
    });
  }

  /** Judged by the mode at departure: trips of the days before a change may be told after it. */
  private async declaringEnterprise(
    tx: EntityManager,
    scope: AccessScope,
    { enterpriseId, leftPlantAt }: DeclareTripRequest,
  ): Promise<EnterpriseId> {
    const enterprise = await this.enterprises.get(scope, enterpriseId as EnterpriseId, tx);
    const mode = await this.modes.modeAt(tx, enterprise, leftPlantAt);
    if (mode === 'declared') return enterprise.id;
    throw new DomainError(
      'ENTERPRISE_DOES_NOT_DECLARE',
      'Only an enterprise that was of the mode “declared” when a trip left states it',
      { enterpriseId, mode, leftPlantAt },
    );
  }

  private async plantOf(
    tx: EntityManager,
    scope: AccessScope,
    { plantId, enterpriseId }: DeclareTripRequest,
  ): Promise<PlantId> {
    const plant = await this.plants.get(scope, plantId as PlantId, tx);
    if (plant.enterpriseId === enterpriseId) return plant.id;
    throw new DomainError('PLANT_NOT_FOUND', 'The plant is another enterprise’s', { plantId });
  }

  private async vehicleOf(
    tx: EntityManager,
    scope: AccessScope,
    { plateNo, plateColor }: DeclareTripRequest,
  ) {
    const found = await this.vehicles.findByPlate(scope, plateNo, plateColor, tx);
    const vehicle = found.find(({ isProvisional }) => !isProvisional);
    if (vehicle) return vehicle.id;
    throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${plateNo}`, { plateNo, plateColor });
  }
}

function assertPast({ leftPlantAt, dischargedAt, tripNo }: DeclaredTripEntity, now: Date): void {
  const last = dischargedAt ?? leftPlantAt;
  if (leftPlantAt <= last && last <= now) return;
  throw new DomainError(
    'DECLARED_TRIP_TIMES',
    'A trip is declared when it has left, and its discharge when that is over',
    { tripNo, leftPlantAt, dischargedAt, now },
  );
}

const TOLD = ['plantId', 'vehicleId', 'siteName', 'grade', 'm3'] as const;

/** But for its discharge, which may be told later. */
const isSame = (known: DeclaredTripEntity, trip: DeclaredTripEntity): boolean =>
  TOLD.every((field) => known[field] === trip[field]) &&
  known.leftPlantAt.getTime() === trip.leftPlantAt.getTime();

const isDischargedAt = ({ dischargedAt }: DeclaredTripEntity, at: Date): boolean =>
  dischargedAt?.getTime() === at.getTime();
