import { AlertQueries } from '@tongyun/alerts';
import { FactsQueries, PassQueries, type RoadPass } from '@tongyun/compliance';
import {
  ConcreteLives,
  DutyQueries,
  judgeConcreteLife,
  type TripContext,
  type TripDetails,
  TripQueries,
} from '@tongyun/deliveries';
import {
  type Enterprise,
  EnterpriseQueries,
  judgeRange,
  PlantQueries,
  type Vehicle,
} from '@tongyun/fleet';
import { type AccessScope, type VehicleId } from '@tongyun/kernel';
import type { DriverFact, VehicleFact, WorkFact } from '@tongyun/permission';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maskName } from './rules/masked-name.js';

/** A trip as the roadside sees it. */
export interface RoadsideTrip {
  readonly details: TripDetails;
  /** Whole minutes of the concrete's life left; null when nothing is in the drum. */
  readonly concreteLeftMin: number | null;
}

/** All that is known of the one vehicle which the plate stands for. */
export interface RoadsideSubject {
  readonly vehicle: Vehicle;
  readonly fact: VehicleFact;
  readonly owner: Enterprise | null;
  readonly passes: readonly RoadPass[];
  /** Who is on duty on it now, the name masked: reasons repeat it. */
  readonly driver: DriverFact | null;
  readonly trip: RoadsideTrip | null;
  readonly work: WorkFact | null;
  readonly openAlerts: number;
}

/** Gathers what an officer is told of a vehicle, inside the transaction of the question. */
@Injectable()
export class RoadsideSubjects {
  constructor(
    private readonly facts: FactsQueries,
    private readonly passes: PassQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly plants: PlantQueries,
    private readonly duties: DutyQueries,
    private readonly trips: TripQueries,
    private readonly alerts: AlertQueries,
    private readonly lives: ConcreteLives,
  ) {}

  async load(
    tx: EntityManager,
    scope: AccessScope,
    vehicle: Vehicle,
    at: Date,
  ): Promise<RoadsideSubject> {
    const { id, ownerEnterpriseId } = vehicle;
    const trip = await this.trips.contextOf(id, at, tx);
    const details = trip && (await this.trips.get(scope, trip.tripId, tx));
    return {
      vehicle,
      fact: await this.facts.vehicleFact(scope, id, tx),
      owner: ownerEnterpriseId && (await this.enterprises.get(scope, ownerEnterpriseId, tx)),
      passes: await this.passes.ofVehicle(id, tx),
      driver: await this.driverOn(tx, scope, id),
      trip: details && {
        details,
        concreteLeftMin: await this.concreteLeftMin(tx, details, at),
      },
      work: trip && details && (await this.workOf(tx, scope, trip, details, at)),
      openAlerts: await this.alerts.openCountOf(id, tx),
    };
  }

  private async driverOn(
    tx: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
  ): Promise<DriverFact | null> {
    const duty = await this.duties.openDutyOf(scope, { vehicleId }, tx);
    if (!duty) return null;
    const [driver] = await this.facts.driverFacts(scope, [duty.driverId], tx);
    return driver ? { ...driver, name: maskName(driver.name), isOnDuty: true } : null;
  }

  private async concreteLeftMin(
    tx: EntityManager,
    trip: TripDetails,
    at: Date,
  ): Promise<number | null> {
    if (trip.batchedAt === null || trip.unloadEndAt !== null) return null;
    const limits = await this.lives.limitsOf(trip, trip.batchedAt, tx);
    const life = judgeConcreteLife(trip, limits, at);
    return life.state === 'not_batched' ? null : Math.floor(life.remainingMin);
  }

  private async workOf(
    tx: EntityManager,
    scope: AccessScope,
    trip: TripContext,
    details: TripDetails,
    at: Date,
  ): Promise<WorkFact> {
    const { isBarred } = await this.enterprises.get(scope, trip.enterpriseId, tx);
    const range = await this.plants.rangeAt(trip.batchedPlantId ?? trip.plantId, at, tx);
    return {
      enterpriseId: trip.enterpriseId,
      isEnterpriseBarred: isBarred,
      loadM3: details.batchedM3 ?? details.plannedM3,
      isLoaded: trip.isLoaded,
      range: range && {
        plantName: details.plantName,
        ...judgeRange(trip.plantPosition, range, trip.sitePosition),
      },
      neededReachM: null,
    };
  }
}
