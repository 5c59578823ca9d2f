import { DriverQueries, VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  DomainError,
  type DriverId,
  groupBy,
  type VehicleId,
} from '@tongyun/kernel';
import type { DriverFact, PassFact, VehicleFact } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegistrationRepository } from './data/registration.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { RoadPassRepository } from './data/road-pass.repository.js';
import { type KeptResult, TrainingResultRepository } from './data/training-result.repository.js';
import { composeVehicleFact } from './rules/vehicle-fact.js';

/** Loads what permission is judged on, the same for every caller. */
@Injectable()
export class FactsQueries {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly drivers: DriverQueries,
    private readonly registrations: RegistrationRepository,
    private readonly passes: RoadPassRepository,
    private readonly trainings: TrainingResultRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async vehicleFact(
    scope: AccessScope,
    vehicleId: VehicleId,
    tx?: EntityManager,
  ): Promise<VehicleFact> {
    const [fact] = await this.vehicleFacts(scope, [vehicleId], tx);
    if (fact) return fact;
    throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${vehicleId}`, { id: vehicleId });
  }

  /** In no particular order; ids that the asker may not see are left out. */
  async vehicleFacts(
    scope: AccessScope,
    vehicleIds: readonly VehicleId[],
    tx?: EntityManager,
  ): Promise<VehicleFact[]> {
    const manager = tx ?? this.unitOfWork.reads;
    const found = await this.vehicles.getWithUses(scope, vehicleIds, tx);
    const ids = found.map(({ vehicle }) => vehicle.id);
    const registrations = await this.registrations.ofVehicles(manager, ids);
    const passesOf = groupBy(await this.passes.ofVehicles(manager, ids), (pass) => pass.vehicleId);
    return found.map((one) =>
      composeVehicleFact(one.vehicle, {
        registrationState: registrations.get(one.vehicle.id)?.state ?? null,
        passes: (passesOf.get(one.vehicle.id) ?? []).map(toPassFact),
        uses: one.uses,
      }),
    );
  }

  /** Drivers with their trainings; whether they are on duty is the caller's to fill in. */
  async driverFacts(
    scope: AccessScope,
    driverIds: readonly DriverId[],
    tx?: EntityManager,
  ): Promise<DriverFact[]> {
    const manager = tx ?? this.unitOfWork.reads;
    const drivers = await this.drivers.getMany(scope, driverIds, tx);
    const trainings = await this.trainings.ofDrivers(
      manager,
      drivers.map(({ id }) => id),
    );
    const trainingsOf = groupBy(trainings, ({ driverId }) => driverId);
    return drivers.map(({ id, name }) => ({
      driverId: id,
      name,
      trainings: (trainingsOf.get(id) ?? []).filter(isNotWithdrawn).map(toTrainingFact),
      isOnDuty: null,
    }));
  }
}

const toPassFact = ({
  passNo,
  zoneIds,
  hours,
  validFrom,
  validTo,
  state,
  leaveBy,
  toleratedTo,
  routes,
}: RoadPassEntity): PassFact => ({
  passNo,
  zoneIds,
  hours,
  validFrom,
  validTo,
  state,
  leaveBy,
  toleratedTo,
  routes,
});

const isNotWithdrawn = ({ withdrawal }: KeptResult): boolean => withdrawal === null;

const toTrainingFact = ({ kind, hasPassed, passedOn, expiresOn }: KeptResult) => ({
  kind,
  hasPassed,
  passedOn,
  expiresOn,
});
