import type { PageQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type EnterpriseId, type SiteId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SiteEntity } from './data/site.entity.js';
import { SiteRepository } from './data/site.repository.js';

@Injectable()
export class SiteQueries {
  constructor(
    private readonly sites: SiteRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: SiteId, tx?: EntityManager): Promise<SiteEntity> {
    const site = await this.sites.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!site) throw new DomainError('SITE_NOT_FOUND', `No site ${id}`, { id });
    return site;
  }

  /** Sites of an enterprise that have a name; more than one may. */
  named(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    name: string,
    tx?: EntityManager,
  ): Promise<SiteEntity[]> {
    return this.sites.named(tx ?? this.unitOfWork.reads, scope, enterpriseId, name);
  }

  /** By name; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: PageQuery): Promise<SiteEntity[]> {
    return this.sites.list(this.unitOfWork.reads, scope, readCursor(query), query.limit + 1);
  }
}
