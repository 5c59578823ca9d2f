import { Needs, Scope } from '@tongyun/accounts';
import {
  type PlanReviewQuery,
  planReviewQuery,
  type PlanReviewView,
  planReviewView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { PlanReviewQueries } from '../review/plan-review-queries.service.js';

@Controller('plan-reviews')
export class PlanReviewsController {
  constructor(private readonly queries: PlanReviewQueries) {}

  /** Planned against real, over the loads that were discharged. */
  @Get()
  @Needs('durations.read')
  @SerializeOptions({ schema: planReviewView })
  async review(
    @Scope() scope: AccessScope,
    @Query({ schema: planReviewQuery }) query: PlanReviewQuery,
  ): Promise<PlanReviewView> {
    return this.queries.review(scope, query);
  }
}
