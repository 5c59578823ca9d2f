import type { StateVehicleHomeRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  maySeeEnterprise,
  type PlantId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { VehicleHomeRepository } from './data/vehicle-home.repository.js';
import { PlantQueries } from './plant-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

@Injectable()
export class StateVehicleHomeService {
  constructor(
    private readonly homes: VehicleHomeRepository,
    private readonly vehicles: VehicleQueries,
    private readonly plants: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Says where a vehicle begins and ends its days for an enterprise, or leaves that to the planner again. */
  state(
    scope: AccessScope,
    id: VehicleId,
    request: StateVehicleHomeRequest,
    within?: EntityManager,
  ): Promise<void> {
    const enterpriseId = request.enterpriseId as EnterpriseId;
    const homePlantId = request.homePlantId as PlantId | null;
    const endPlantId = request.endPlantId as PlantId | null;
    return this.unitOfWork.join(within, async (tx) => {
      if (!maySeeEnterprise(scope, enterpriseId)) {
        throw new DomainError('FORBIDDEN', 'Only who uses a vehicle says where its days begin');
      }
      const { id: vehicleId } = await this.vehicles.get(scope, id, tx);
      if (homePlantId === null) return this.homes.forget(tx, vehicleId, enterpriseId);
      const plants = await this.plants.ofEnterprise(scope, enterpriseId, tx);
      for (const plantId of [homePlantId, endPlantId]) {
        if (plantId === null || plants.some((plant) => plant.id === plantId)) continue;
        throw new DomainError('PLANT_NOT_FOUND', `No plant ${plantId} of the enterprise`, {
          id: plantId,
        });
      }
      return this.homes.state(tx, {
        vehicleId,
        enterpriseId,
        homePlantId,
        endPlantId,
        statedBy: scope.userId,
        statedAt: this.clock.now(),
      });
    });
  }
}
