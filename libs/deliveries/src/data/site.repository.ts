import type { AccessScope, EnterpriseId, SiteId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SiteEntity } from './site.entity.js';
import { changeVersioned } from './versioned.js';
import { enterprisesOf, seenByBuilder } from './visible.js';

/** Where concrete is poured. */
@Injectable()
export class SiteRepository {
  /** Seen by whoever has an order there too: a partner of a joint supply brings its share to it. */
  find(manager: EntityManager, scope: AccessScope, id: SiteId): Promise<SiteEntity | null> {
    return manager
      .createQueryBuilder(SiteEntity, 'site')
      .where('site.id = :id', { id })
      .andWhere(
        `(${seenByBuilder('site.enterpriseId')} OR EXISTS (
            SELECT 1 FROM pour_order o
            WHERE o.site_id = site.id AND ${seenByBuilder('o.enterprise_id')}))`,
        { seen: enterprisesOf(scope) },
      )
      .getOne();
  }

  /** By name, `take` rows after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    take: number,
  ): Promise<SiteEntity[]> {
    const rows = this.seen(manager, scope).orderBy('site.name').addOrderBy('site.id').take(take);
    if (after) rows.andWhere('(site.name, site.id) > (:key, :id::uuid)', { ...after });
    return rows.getMany();
  }

  /** Sites of an enterprise that have a name; more than one may. */
  named(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    name: string,
  ): Promise<SiteEntity[]> {
    return this.seen(manager, scope)
      .andWhere('site.enterpriseId = :enterpriseId AND site.name = :name', { enterpriseId, name })
      .orderBy('site.id')
      .getMany();
  }

  insert(tx: EntityManager, site: SiteEntity): Promise<unknown> {
    return tx.insert(SiteEntity, site);
  }

  change(tx: EntityManager, site: SiteEntity, change: Partial<SiteEntity>): Promise<SiteEntity> {
    return changeVersioned(tx, SiteEntity, site, change);
  }

  private seen(manager: EntityManager, scope: AccessScope) {
    return manager
      .createQueryBuilder(SiteEntity, 'site')
      .where(seenByBuilder('site.enterpriseId'), { seen: enterprisesOf(scope) });
  }
}
