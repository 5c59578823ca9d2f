import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EnterpriseEntity } from './enterprise.entity.js';
import { inDistrict } from './in-district.js';

export type EnterpriseStanding = Pick<
  EnterpriseEntity,
  'creditGrade' | 'isBarred' | 'areOrdersBlocked'
>;

/** The questions this slice asks of its enterprises. */
@Injectable()
export class EnterpriseRepository {
  find(
    manager: EntityManager,
    scope: AccessScope,
    id: EnterpriseId,
  ): Promise<EnterpriseEntity | null> {
    return this.visible(manager, scope).andWhere('enterprise.id = :id', { id }).getOne();
  }

  findMany(
    manager: EntityManager,
    scope: AccessScope,
    ids: readonly EnterpriseId[],
  ): Promise<EnterpriseEntity[]> {
    return this.visible(manager, scope).andWhere('enterprise.id = ANY(:ids)', { ids }).getMany();
  }

  findByName(
    manager: EntityManager,
    scope: AccessScope,
    name: string,
  ): Promise<EnterpriseEntity | null> {
    return this.visible(manager, scope)
      .andWhere('(enterprise.name = :name OR enterprise.shortName = :name)', { name })
      .orderBy('CASE WHEN enterprise.name = :name THEN 0 ELSE 1 END')
      .addOrderBy('enterprise.id')
      .limit(1)
      .getOne();
  }

  all(manager: EntityManager, scope: AccessScope): Promise<EnterpriseEntity[]> {
    return this.visible(manager, scope).orderBy('enterprise.id').getMany();
  }

  /** By name, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    limit: number,
  ): Promise<EnterpriseEntity[]> {
    const rows = this.visible(manager, scope);
    if (after) rows.andWhere('(enterprise.name, enterprise.id) > (:key, :id)', after);
    return rows
      .orderBy({ 'enterprise.name': 'ASC', 'enterprise.id': 'ASC' })
      .limit(limit)
      .getMany();
  }

  async ids(manager: EntityManager, scope: AccessScope): Promise<EnterpriseId[]> {
    const rows = await this.visible(manager, scope).select('enterprise.id').getMany();
    return rows.map(({ id }) => id);
  }

  async insert(manager: EntityManager, row: EnterpriseEntity): Promise<void> {
    await manager.insert(EnterpriseEntity, row);
  }

  async setStanding(
    tx: EntityManager,
    id: EnterpriseId,
    standing: EnterpriseStanding,
  ): Promise<void> {
    await tx.update(EnterpriseEntity, { id }, standing);
  }

  private visible(manager: EntityManager, scope: AccessScope) {
    const { enterpriseIds } = scope;
    const rows = manager.createQueryBuilder(EnterpriseEntity, 'enterprise').where('true');
    if (enterpriseIds === 'all') return inDistrict(rows, 'enterprise.id', scope);
    return rows.andWhere('enterprise.id = ANY(:enterpriseIds)', { enterpriseIds });
  }
}
