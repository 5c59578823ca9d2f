import { type AccessScope, type SiteId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { SiteEntity } from '../data/site.entity.js';
import { SiteRepository } from '../data/site.repository.js';
import { SiteQueries } from '../site-queries.service.js';

@Injectable()
export class FlagNoiseService {
  constructor(
    private readonly sites: SiteRepository,
    private readonly siteQueries: SiteQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Says whether people live beside a site, as it shows once they complain or move out. */
  flag(scope: AccessScope, siteId: SiteId, isNoiseSensitive: boolean): Promise<SiteEntity> {
    return this.unitOfWork.run(async (tx) => {
      const site = await this.siteQueries.get(scope, siteId, tx);
      return this.sites.change(tx, site, { isNoiseSensitive });
    });
  }
}
