import type { PlanReviewQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { ReviewedLoads } from '../data/reviewed-loads.js';
import { reviewLoads, type ReviewRow, reviewTogether } from './rules/review-loads.js';

const MOST_DAYS = 31;
const MS_PER_DAY = 86_400_000;

export interface PlanReview {
  readonly items: ReviewRow[];
  readonly total: ReviewRow | null;
  readonly lateFromMin: number;
}

/** What became of plans. */
@Injectable()
export class PlanReviewQueries {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly loads: ReviewedLoads,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async review(scope: AccessScope, query: PlanReviewQuery): Promise<PlanReview> {
    const { from, to, by } = query;
    const days = (Date.parse(to) - Date.parse(from)) / MS_PER_DAY + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new DomainError('PLAN_REVIEW_PERIOD_INVALID', 'No such period is reviewed', {
        from,
        to,
        mostDays: MOST_DAYS,
      });
    }
    const { id, shortName } = await this.enterprises.get(scope, query.enterpriseId as EnterpriseId);
    const { value: lateFromMin } = await this.policies.valueAt(
      'credit.late_delivery_min',
      this.clock.now(),
      [`enterprise:${id}`],
    );
    const loads = await this.loads.of(this.unitOfWork.reads, id, { from, to });
    return {
      items: reviewLoads(loads, by, lateFromMin),
      total:
        loads.length === 0 ? null : reviewTogether({ id, name: shortName }, loads, lateFromMin),
      lateFromMin,
    };
  }
}
