import type { SetSiteAccessRequest } from '@tongyun/contracts';
import { type AccessScope, DomainError, maySeeEnterprise, type SiteId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { SiteEntity } from '../data/site.entity.js';
import { SiteRepository } from '../data/site.repository.js';
import { SiteQueries } from '../site-queries.service.js';

@Injectable()
export class SetSiteAccessService {
  constructor(
    private readonly sites: SiteRepository,
    private readonly siteQueries: SiteQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Says when a site takes concrete; a partner who brings a share to it does not. */
  set(scope: AccessScope, id: SiteId, stated: SetSiteAccessRequest): Promise<SiteEntity> {
    return this.unitOfWork.run(async (tx) => {
      const site = await this.siteQueries.get(scope, id, tx);
      if (!maySeeEnterprise(scope, site.enterpriseId)) {
        throw new DomainError('SITE_NOT_FOUND', `No site ${id} of yours`, { id });
      }
      return this.sites.change(tx, site, stated);
    });
  }
}
