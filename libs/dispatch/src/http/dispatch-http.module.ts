import { Module } from '@nestjs/common';
import { DayPlansModule } from '../day-plans.module.js';
import { DispatchModule } from '../dispatch.module.js';
import { DayPlansController } from './day-plans.controller.js';
import { DayQuestionsController } from './day-questions.controller.js';
import { DispatchController } from './dispatch.controller.js';

/** Mounted by the API only. */
@Module({
  imports: [DayPlansModule, DispatchModule],
  controllers: [DayPlansController, DayQuestionsController, DispatchController],
})
export class DispatchHttpModule {}
