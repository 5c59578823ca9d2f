import { DeliveriesModule } from '@tongyun/deliveries';
import { Module } from '@nestjs/common';
import { DayPlansModule } from '../day-plans.module.js';
import { DiversionsModule } from '../diversions.module.js';
import { DispatchModule } from '../dispatch.module.js';
import { PlanReviewModule } from '../plan-review.module.js';
import { DayPlansController } from './day-plans.controller.js';
import { DayQuestionsController } from './day-questions.controller.js';
import { DiversionsController } from './diversions.controller.js';
import { PlanningsController } from './plannings.controller.js';
import { PlantHoursController } from './plant-hours.controller.js';
import { PlanReviewsController } from './plan-reviews.controller.js';
import { DispatchController } from './dispatch.controller.js';
import { PlanOffersController } from './plan-offers.controller.js';
import { PushPlanningProgress } from './push-planning-progress.js';
import { PushWhenDayPlanChanged } from './push-when-day-plan-changed.listener.js';
import { PushWhenPlanBehind } from './push-when-plan-behind.listener.js';

/** Mounted by the API only. */
@Module({
  imports: [DayPlansModule, DeliveriesModule, DispatchModule, DiversionsModule, PlanReviewModule],
  controllers: [
    DayPlansController,
    DayQuestionsController,
    DispatchController,
    PlanOffersController,
    PlantHoursController,
    DiversionsController,
    PlanReviewsController,
    PlanningsController,
  ],
  providers: [PushPlanningProgress, PushWhenDayPlanChanged, PushWhenPlanBehind],
})
export class DispatchHttpModule {}
