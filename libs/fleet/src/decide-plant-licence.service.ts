import type { DecidePlantLicenceRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type PlantId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { PlantEntity } from './data/plant.entity.js';
import { PlantRepository } from './data/plant.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { PlantQueries } from './plant-queries.service.js';

/** Decides whether a plant is licensed, and whether it is a branch: none other may supply (R41). */
@Injectable()
export class DecidePlantLicenceService {
  constructor(
    private readonly plants: PlantRepository,
    private readonly plantQueries: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  decide(
    scope: AccessScope,
    plantId: PlantId,
    { licenceState, licenceNo, isBranch, reason }: DecidePlantLicenceRequest,
  ): Promise<PlantEntity> {
    if (licenceState === 'licensed' && licenceNo === null) {
      throw new DomainError('PLANT_LICENCE_NO_MISSING', 'A licensed plant has a licence number');
    }
    return this.unitOfWork.run(async (tx) => {
      const before = await this.plantQueries.get(scope, plantId, tx);
      const decidedAt = this.clock.now();
      const ecoZones = await this.plantQueries.ecoZonesAt([plantId], decidedAt, tx);
      await this.plants.insertDecision(tx, {
        id: newId<string>(),
        plantId,
        fromState: before.licenceState,
        toState: licenceState,
        licenceNo,
        isBranch,
        ecoZones: [...(ecoZones.get(plantId) ?? [])],
        reason,
        decidedBy: scope.userId,
        decidedAt,
      });
      const plant = await this.plants.save(tx, { ...before, licenceState, licenceNo, isBranch });
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.plant_changed',
        orderingKey: plantId,
        payload: { plantId },
      });
      return plant;
    });
  }
}
