import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { ReviewedLoads } from './data/reviewed-loads.js';
import { PlanReviewQueries } from './review/plan-review-queries.service.js';

/** Plans against what became of them. */
@Module({
  imports: [FleetModule, PolicyModule],
  providers: [PlanReviewQueries, ReviewedLoads],
  exports: [PlanReviewQueries],
})
export class PlanReviewModule {}
