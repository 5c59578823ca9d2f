import { DeliveriesModule } from '@tongyun/deliveries';
import { Module } from '@nestjs/common';
import { DayPlansModule } from '../day-plans.module.js';
import { DiversionsModule } from '../diversions.module.js';
import { DispatchModule } from '../dispatch.module.js';
import { DayPlansController } from './day-plans.controller.js';
import { DayQuestionsController } from './day-questions.controller.js';
import { DiversionsController } from './diversions.controller.js';
import { DispatchController } from './dispatch.controller.js';
import { PlanOffersController } from './plan-offers.controller.js';
import { PushWhenDayPlanChanged } from './push-when-day-plan-changed.listener.js';

/** Mounted by the API only. */
@Module({
  imports: [DayPlansModule, DeliveriesModule, DispatchModule, DiversionsModule],
  controllers: [
    DayPlansController,
    DayQuestionsController,
    DispatchController,
    PlanOffersController,
    DiversionsController,
  ],
  providers: [PushWhenDayPlanChanged],
})
export class DispatchHttpModule {}
