import type { SetPlantRangeRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, newId, type PlantId } from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { assertJudgeableRange } from './assert-judgeable-range.js';
import type { PlantRangeEntity } from './data/plant-range.entity.js';
import { PlantRepository } from './data/plant.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { PlantQueries } from './plant-queries.service.js';

@Injectable()
export class SetPlantRangeService {
  constructor(
    private readonly plants: PlantRepository,
    private readonly plantQueries: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Decides a plant's supply range from an instant on; what held before stays on record. */
  async set(
    scope: AccessScope,
    plantId: PlantId,
    request: SetPlantRangeRequest,
  ): Promise<PlantRangeEntity> {
    assertJudgeableRange(request);
    return this.unitOfWork.run(async (tx) => {
      await this.plantQueries.get(scope, plantId, tx);
      const range: PlantRangeEntity = {
        ...request,
        id: newId(),
        plantId,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      await this.plants.insertRange(tx, range);
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.plant_changed',
        orderingKey: plantId,
        payload: { plantId },
      });
      return range;
    });
  }
}
