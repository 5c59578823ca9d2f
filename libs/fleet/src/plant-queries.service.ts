import type { PageQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  DomainError,
  type EnterpriseId,
  groupBy,
  type PlantId,
} from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlantEntity } from './data/plant.entity.js';
import type { PlantLineEntity } from './data/plant-line.entity.js';
import type { PlantRangeEntity } from './data/plant-range.entity.js';
import { PlantRepository } from './data/plant.repository.js';

@Injectable()
export class PlantQueries {
  constructor(
    private readonly plants: PlantRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: PlantId, tx?: EntityManager): Promise<PlantEntity> {
    const row = await this.plants.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('PLANT_NOT_FOUND', `No plant ${id}`, { id });
    return row;
  }

  ofEnterprise(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    tx?: EntityManager,
  ): Promise<PlantEntity[]> {
    return this.plants.ofEnterprise(tx ?? this.unitOfWork.reads, scope, enterpriseId);
  }

  /** Every plant that the asker may see. */
  all(scope: AccessScope, tx?: EntityManager): Promise<PlantEntity[]> {
    return this.plants.all(tx ?? this.unitOfWork.reads, scope);
  }

  /** By name; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: PageQuery): Promise<PlantEntity[]> {
    const { reads } = this.unitOfWork;
    return this.plants.list(reads, scope, readCursor(query), query.limit + 1);
  }

  /** The supply range in force at an instant; null when the administration has set none. */
  async rangeAt(plantId: PlantId, at: Date, tx?: EntityManager): Promise<PlantRangeEntity | null> {
    const ranges = await this.rangesAt([plantId], at, tx);
    return ranges.get(plantId) ?? null;
  }

  async rangesAt(
    plantIds: readonly PlantId[],
    at: Date,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<PlantId, PlantRangeEntity>> {
    const ranges = await this.plants.rangesAt(tx ?? this.unitOfWork.reads, plantIds, at);
    return new Map(ranges.map((range) => [range.plantId, range]));
  }

  /**
   * Names of the eco-sensitive zones that each plant lies in at an instant (R45); a plant in none is
   * not there. Reads compliance's zones.
   */
  async ecoZonesAt(
    plantIds: readonly PlantId[],
    at: Date,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<PlantId, readonly string[]>> {
    const found = await this.plants.ecoZonesAt(tx ?? this.unitOfWork.reads, plantIds, at);
    const byPlant = groupBy(found, ({ plantId }) => plantId);
    return new Map([...byPlant].map(([id, zones]) => [id, zones.map(({ name }) => name)]));
  }

  /** Loading lines of these plants, by plant and name. */
  linesOf(plantIds: readonly PlantId[], tx?: EntityManager): Promise<PlantLineEntity[]> {
    return this.plants.linesOf(tx ?? this.unitOfWork.reads, plantIds);
  }
}
