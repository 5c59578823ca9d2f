import type { RecordNightPermitRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type SiteId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { NightPermitEntity } from '../data/night-work/night-permit.entity.js';
import { NightPermitRepository } from '../data/night-work/night-permit.repository.js';
import { SiteQueries } from '../site-queries.service.js';

@Injectable()
export class RecordNightPermitService {
  constructor(
    private readonly permits: NightPermitRepository,
    private readonly sites: SiteQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps what the paper of a permit for work at night states. */
  async record(
    scope: AccessScope,
    siteId: SiteId,
    stated: RecordNightPermitRequest,
  ): Promise<NightPermitEntity> {
    if (stated.validFrom >= stated.validTo) {
      throw new DomainError('NIGHT_PERMIT_PERIOD_INVALID', 'The permit ends before it begins', {
        validFrom: stated.validFrom,
        validTo: stated.validTo,
      });
    }
    return this.unitOfWork.run(async (tx) => {
      const site = await this.sites.get(scope, siteId, tx);
      const permit: NightPermitEntity = {
        ...stated,
        id: newId(),
        siteId: site.id,
        enterpriseId: site.enterpriseId,
        recordedBy: scope.userId,
        recordedAt: this.clock.now(),
      };
      await this.permits.insert(tx, permit);
      return permit;
    });
  }
}
