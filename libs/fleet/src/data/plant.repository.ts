import type { AccessScope, EnterpriseId, PlantId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inDistrict } from './in-district.js';
import { PlantDecisionEntity } from './plant-decision.entity.js';
import { PlantEntity } from './plant.entity.js';
import { PlantLineEntity } from './plant-line.entity.js';
import { PlantRangeEntity } from './plant-range.entity.js';

/** The questions this slice asks of its plants and their ranges. */
@Injectable()
export class PlantRepository {
  find(manager: EntityManager, scope: AccessScope, id: PlantId): Promise<PlantEntity | null> {
    return this.visible(manager, scope).andWhere('plant.id = :id', { id }).getOne();
  }

  ofEnterprise(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
  ): Promise<PlantEntity[]> {
    return this.visible(manager, scope)
      .andWhere('plant.enterpriseId = :enterpriseId', { enterpriseId })
      .orderBy('plant.name')
      .getMany();
  }

  all(manager: EntityManager, scope: AccessScope): Promise<PlantEntity[]> {
    return this.visible(manager, scope).orderBy('plant.id').getMany();
  }

  /** By name, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    limit: number,
  ): Promise<PlantEntity[]> {
    const rows = this.visible(manager, scope);
    if (after) rows.andWhere('(plant.name, plant.id) > (:key, :id)', after);
    return rows.orderBy({ 'plant.name': 'ASC', 'plant.id': 'ASC' }).limit(limit).getMany();
  }

  /** The range in force at an instant, one for each plant that has any; the later decision wins. */
  rangesAt(
    manager: EntityManager,
    plantIds: readonly PlantId[],
    at: Date,
  ): Promise<PlantRangeEntity[]> {
    return manager
      .createQueryBuilder(PlantRangeEntity, 'range')
      .distinctOn(['range.plantId'])
      .where('range.plantId = ANY(:plantIds)', { plantIds })
      .andWhere('range.effectiveFrom <= :at', { at })
      .orderBy({
        'range.plantId': 'ASC',
        'range.effectiveFrom': 'DESC',
        'range.decidedAt': 'DESC',
        'range.id': 'DESC',
      })
      .getMany();
  }

  /** Names of the eco-sensitive zones in force at an instant, with the plants that lie in them. */
  ecoZonesAt(
    manager: EntityManager,
    plantIds: readonly PlantId[],
    at: Date,
  ): Promise<{ plantId: PlantId; name: string }[]> {
    return manager.query(
      `SELECT plant.id AS "plantId", zone.name
       FROM plant
       JOIN (SELECT DISTINCT ON (zone_id) kind, name, area, is_retired FROM zone_version
             WHERE effective_from <= $2
             ORDER BY zone_id, effective_from DESC, version DESC) AS zone
         ON zone.kind = 'eco_sensitive' AND NOT zone.is_retired
           AND ST_Covers(zone.area, plant.position::geometry)
       WHERE plant.id = ANY($1::uuid[])
       ORDER BY plant.id, zone.name`,
      [plantIds, at],
    );
  }

  async insert(manager: EntityManager, row: PlantEntity): Promise<void> {
    await manager.insert(PlantEntity, row);
  }

  save(manager: EntityManager, row: PlantEntity): Promise<PlantEntity> {
    return manager.save(PlantEntity, row);
  }

  async insertDecision(manager: EntityManager, row: PlantDecisionEntity): Promise<void> {
    await manager.insert(PlantDecisionEntity, row);
  }

  async insertRange(manager: EntityManager, row: PlantRangeEntity): Promise<void> {
    await manager.insert(PlantRangeEntity, row);
  }

  async insertLine(manager: EntityManager, row: PlantLineEntity): Promise<void> {
    await manager.insert(PlantLineEntity, row);
  }

  linesOf(manager: EntityManager, plantIds: readonly PlantId[]): Promise<PlantLineEntity[]> {
    return manager
      .createQueryBuilder(PlantLineEntity, 'line')
      .where('line.plantId = ANY(:plantIds)', { plantIds })
      .orderBy({ 'line.plantId': 'ASC', 'line.name': 'ASC' })
      .getMany();
  }

  private visible(manager: EntityManager, scope: AccessScope) {
    const { enterpriseIds } = scope;
    const rows = manager.createQueryBuilder(PlantEntity, 'plant').where('true');
    if (enterpriseIds === 'all') return inDistrict(rows, 'plant.enterpriseId', scope);
    return rows.andWhere('plant.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
  }
}
