import { DayWorkQueries } from '@tongyun/deliveries';
import { type AccessScope, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { dayAfter } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DayPlanRepository } from '../data/day-plan.repository.js';
import type { FactBefore } from './rules/day-facts.js';
import { findBackFromLater, findStillBusy } from './rules/find-still-busy.js';

/** What the days beside one leave to it: pours go on across its border, and trucks are sent on over it. */
@Injectable()
export class DayBeforeQueries {
  constructor(
    private readonly work: DayWorkQueries,
    private readonly plans: DayPlanRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param at when the day begins, and what time it is */
  async of(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    on: string,
    at: { readonly from: Date; readonly now: Date },
  ): Promise<FactBefore> {
    const before = dayAfter(on, -1);
    const { reads } = this.unitOfWork;
    const work = await this.work.ofDay(scope, enterpriseId, before);
    const plan = await this.plans.findOfDay(reads, SYSTEM_SCOPE, enterpriseId, before);
    const revision = plan && (await this.plans.revision(reads, plan.id, plan.revision));
    const busy = findStillBusy(work, revision && revision.content, at);
    const later = findBackFromLater(await this.work.outLater(enterpriseId, on), at.now);
    return { ...busy, vehicles: [...busy.vehicles, ...later] };
  }
}
