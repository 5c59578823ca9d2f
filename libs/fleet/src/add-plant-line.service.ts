import type { CreatePlantLineRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type PlantId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { PlantLineEntity } from './data/plant-line.entity.js';
import { PlantRepository } from './data/plant.repository.js';
import { PlantQueries } from './plant-queries.service.js';

@Injectable()
export class AddPlantLineService {
  constructor(
    private readonly plants: PlantRepository,
    private readonly queries: PlantQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Enters a loading line; two lines of one plant have different names. */
  add(
    scope: AccessScope,
    plantId: PlantId,
    request: CreatePlantLineRequest,
  ): Promise<PlantLineEntity> {
    return this.unitOfWork.run(async (tx) => {
      const plant = await this.queries.get(scope, plantId, tx);
      const lines = await this.queries.linesOf([plant.id], tx);
      if (lines.some(({ name }) => name === request.name)) {
        throw new DomainError('PLANT_LINE_EXISTS', 'The plant has a line of that name', {
          name: request.name,
        });
      }
      const line: PlantLineEntity = {
        id: newId<string>(),
        plantId: plant.id,
        ...request,
        createdAt: this.clock.now(),
      };
      await this.plants.insertLine(tx, line);
      return line;
    });
  }
}
