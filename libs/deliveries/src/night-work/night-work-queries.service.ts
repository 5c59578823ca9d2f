import type { Interval } from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NightPermitRepository } from '../data/night-work/night-permit.repository.js';
import type { SiteEntity } from '../data/site.entity.js';
import { judgeNightWork, type NightWork } from '../rules/night-work.js';

type AskedSite = Pick<SiteEntity, 'id' | 'enterpriseId' | 'isNoiseSensitive'>;

/** Whether work on a site at some time keeps its neighbours awake, and is permitted to (R46). */
@Injectable()
export class NightWorkQueries {
  constructor(
    private readonly permits: NightPermitRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** @param work from the first concrete to the last */
  async judge(site: AskedSite, work: Interval, tx?: EntityManager): Promise<NightWork> {
    if (!site.isNoiseSensitive) return { state: 'unrestricted', from: null };
    const scopes = [`enterprise:${site.enterpriseId}`];
    const night = await this.policies.valueAt('noise.night_hours', work.from, scopes, tx);
    const permits = await this.permits.within(tx ?? this.unitOfWork.reads, site.id, work);
    return judgeNightWork(site, work, night.value, permits, this.timeZone);
  }
}
