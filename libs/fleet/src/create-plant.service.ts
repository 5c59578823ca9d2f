import type { CreatePlantRequest } from '@tongyun/contracts';
import { toWgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type EnterpriseId,
  newId,
  type PlantId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlantEntity } from './data/plant.entity.js';
import { PlantRepository } from './data/plant.repository.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import type { FleetEvents } from './fleet.events.js';

@Injectable()
export class CreatePlantService {
  constructor(
    private readonly plants: PlantRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A plant with a licence number is licensed; without one it supplies nothing until it is (R41). */
  create(
    scope: AccessScope,
    request: CreatePlantRequest,
    within?: EntityManager,
  ): Promise<PlantEntity> {
    return this.unitOfWork.join(within, async (tx) => {
      const enterpriseId = request.enterpriseId as EnterpriseId;
      await this.enterprises.get(scope, enterpriseId, tx);
      const plant: PlantEntity = {
        id: newId<PlantId>(),
        enterpriseId,
        name: request.name,
        position: toWgs84(request.position, request.position.crs),
        fenceRadiusM: request.fenceRadiusM,
        licenceNo: request.licenceNo,
        licenceState: request.licenceNo === null ? 'unlicensed' : 'licensed',
        isBranch: false,
        createdAt: this.clock.now(),
        version: 1,
      };
      await this.plants.insert(tx, plant);
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.plant_changed',
        orderingKey: plant.id,
        payload: { plantId: plant.id },
      });
      return plant;
    });
  }
}
