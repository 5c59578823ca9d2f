import { Needs, Scope } from '@tongyun/accounts';
import {
  type DayPlanQuery,
  dayPlanQuery,
  type PlanDayRequest,
  planDayRequest,
  type PlanningOfDayView,
  planningOfDayView,
  type PlanningView,
  planningView,
} from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { PlanDayService } from '../day/plan-day.service.js';
import { Plannings } from '../day/planning/plannings.js';
import { toPlanningView } from './planning.view.js';

/** The search behind a plan, asked, watched and ended; `POST /day-plans` waits for the same search. */
@Controller('day-plans/plannings')
export class PlanningsController {
  constructor(
    private readonly planDay: PlanDayService,
    private readonly plannings: Plannings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What is being planned of a day, or was lately; null: nothing' })
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: planningOfDayView })
  async ofDay(
    @Scope() scope: AccessScope,
    @Query({ schema: dayPlanQuery }) { enterpriseId, operatingOn }: DayPlanQuery,
  ): Promise<PlanningOfDayView> {
    const day = { enterpriseId: enterpriseId as EnterpriseId, operatingOn };
    const planning = await this.plannings.findOfDay(scope, day);
    return { planning: planning && toPlanningView(planning) };
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Begins to plan a day and answers at once: look with GET or the live topic `day_plan`; ' +
      'ends by itself after `searchSec`. `POST /day-plans` begins the same and answers with what came of it',
  })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planningView })
  async start(
    @Scope() scope: AccessScope,
    @Body({ schema: planDayRequest }) body: PlanDayRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<PlanningView> {
    return toPlanningView(await this.planDay.startAlone(scope, body, ifMatch));
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a search is, and what its best plan so far comes to' })
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: planningView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PlanningView> {
    return toPlanningView(await this.plannings.get(scope, id));
  }

  @Post(':id/take-best')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends the search now and keeps its best plan so far as the revision' })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planningView })
  async takeBest(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PlanningView> {
    return toPlanningView(await this.plannings.takeBest(scope, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives the search up; the plan is as before' })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planningView })
  async cancel(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PlanningView> {
    return toPlanningView(await this.plannings.cancel(scope, id));
  }
}
