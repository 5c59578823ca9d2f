import type { CreateSiteRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { toWgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type EnterpriseId,
  newId,
  type SiteId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { SiteEntity } from './data/site.entity.js';
import { SiteRepository } from './data/site.repository.js';

@Injectable()
export class CreateSiteService {
  constructor(
    private readonly sites: SiteRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(scope: AccessScope, wanted: CreateSiteRequest): Promise<SiteEntity> {
    return this.unitOfWork.run(async (tx) => {
      const enterprise = await this.enterprises.get(scope, wanted.enterpriseId as EnterpriseId, tx);
      const site: SiteEntity = {
        ...wanted,
        id: newId<SiteId>(),
        enterpriseId: enterprise.id,
        landmark: wanted.landmark ?? null,
        accessHours: wanted.accessHours ?? [],
        accessExceptions: [],
        isNoiseSensitive: wanted.isNoiseSensitive ?? false,
        position: toWgs84(wanted.position, wanted.position.crs),
        createdAt: this.clock.now(),
        version: 1,
      };
      await this.sites.insert(tx, site);
      return site;
    });
  }
}
