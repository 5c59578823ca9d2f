import { Needs, Scope } from '@tongyun/accounts';
import {
  type DayPlanQuery,
  dayPlanQuery,
  type DayPlanView,
  dayPlanView,
  type FreezePlanRequest,
  freezePlanRequest,
  type JointPourOutcomeView,
  jointPourOutcomeView,
  type MoveInPlanRequest,
  moveInPlanRequest,
  type PinInPlanRequest,
  pinInPlanRequest,
  type PlanDayRequest,
  planDayRequest,
  type PlanJointPourRequest,
  planJointPourRequest,
  type PlanEventRequest,
  planEventRequest,
  type PlanningView,
  planningView,
  type PlanOutcomeView,
  planOutcomeView,
  type ReleasePlanView,
  releasePlanView,
} from '@tongyun/contracts';
import { type AccessScope, DomainError } from '@tongyun/kernel';
import { etagOf } from '@tongyun/platform';
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
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import { CatchUpService } from '../day/catch-up.service.js';
import { ChangePlanService } from '../day/change-plan.service.js';
import { PlanJointPourService } from '../day/plan-joint-pour.service.js';
import { PlanDayService } from '../day/plan-day.service.js';
import { Plannings, type StartedPlanning } from '../day/planning/plannings.js';
import { DayPlanBook } from '../day/day-plan-book.service.js';
import type { PlanOutcome } from '../day/plan-outcome.js';
import { ReleaseDayService } from '../day/release-day.service.js';
import { toPlanningView } from './planning.view.js';
import { toReleasePlanView } from './release-plan.view.js';
import { toDayPlanView, toPlanOutcomeView } from './day-plan.view.js';

@Controller('day-plans')
export class DayPlansController {
  constructor(
    private readonly book: DayPlanBook,
    private readonly planDay: PlanDayService,
    private readonly changePlan: ChangePlanService,
    private readonly catchingUp: CatchUpService,
    private readonly planJointPour: PlanJointPourService,
    private readonly releaseDay: ReleaseDayService,
    private readonly plannings: Plannings,
  ) {}

  @Get()
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: dayPlanView })
  async get(
    @Scope() scope: AccessScope,
    @Query({ schema: dayPlanQuery }) { enterpriseId, operatingOn }: DayPlanQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DayPlanView> {
    const open = await this.book.findOfDay(scope, enterpriseId, operatingOn);
    if (!open) {
      throw new DomainError('DAY_PLAN_NOT_FOUND', 'The day has not been planned', {
        enterpriseId,
        operatingOn,
      });
    }
    const facts = await this.book.factsOf(scope, open.plan);
    response.setHeader('ETag', etagOf({ version: open.plan.revision }));
    return toDayPlanView(open, facts, await this.book.changesOf(open));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Plans a day and answers with what came of it; given up when the asker goes away. ' +
      'Meanwhile it is one of the plannings: `GET /day-plans/plannings` shows how far it is',
  })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async plan(
    @Scope() scope: AccessScope,
    @Body({ schema: planDayRequest }) body: PlanDayRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    const started = await this.planDay.start(scope, body, ifMatch);
    return this.show(await this.waitFor(started, response), response);
  }

  /** The lead's day; its partners' plans get their shares as well. */
  @Post(':id/joint-pours')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Plans a pour that several enterprises supply as one problem; each gets its share as a new ' +
      'revision of its plan, all or none. `plansBegunFor` names partners who had not planned their ' +
      'day: a first plan of it was begun for them. Given up when the asker goes away. Meanwhile it is ' +
      'one of the plannings of the lead’s day: `GET /day-plans/plannings` shows how far it is',
  })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: jointPourOutcomeView })
  async planJointly(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: planJointPourRequest }) body: PlanJointPourRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JointPourOutcomeView> {
    const started = await this.planJointPour.start(scope, id, body, ifMatch);
    const outcome = await this.waitFor(started, response);
    const { plansBegunFor } = outcome;
    return { ...(await this.show(outcome, response)), plansBegunFor: [...plansBegunFor] };
  }

  @Post(':id/joint-pours/plannings')
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Begins to plan a pour that several enterprises supply and answers at once; one of the ' +
      'plannings of the lead’s day, with `jointOrderId`',
  })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planningView })
  async beginJointly(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: planJointPourRequest }) body: PlanJointPourRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<PlanningView> {
    return toPlanningView(await this.planJointPour.startAlone(scope, id, body, ifMatch));
  }

  @Post(':id/moves')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async move(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: moveInPlanRequest }) body: MoveInPlanRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    return this.show(await this.changePlan.move(scope, id, body, ifMatch), response);
  }

  @Post(':id/pins')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async pin(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: pinInPlanRequest }) body: PinInPlanRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    return this.show(await this.changePlan.pin(scope, id, body, ifMatch), response);
  }

  @Post(':id/freeze')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async freeze(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: freezePlanRequest }) body: FreezePlanRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    return this.show(await this.changePlan.freeze(scope, id, body, ifMatch), response);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async undo(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    return this.show(await this.changePlan.undo(scope, id, ifMatch), response);
  }

  @Post(':id/events')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async happen(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: planEventRequest }) body: PlanEventRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    return this.show(await this.changePlan.happen(scope, id, body, ifMatch), response);
  }

  @Post(':id/catch-up')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mends a plan around what its orders ask for now; `isDone` false: it knew all of it',
  })
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async catchUp(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    return this.show(await this.catchingUp.takeIn(scope, id, ifMatch), response);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: releasePlanView })
  async release(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReleasePlanView> {
    const release = await this.releaseDay.release(scope, id, ifMatch);
    response.setHeader('ETag', etagOf({ version: release.after.plan.revision }));
    return toReleasePlanView(release, await this.book.changesOf(release.after));
  }

  /** Whoever asked and went away waits for nothing any more. */
  private waitFor<Outcome extends PlanOutcome>(
    { id, outcome }: StartedPlanning<Outcome>,
    response: Response,
  ): Promise<Outcome> {
    response.once('close', () => this.plannings.abandon(id));
    return outcome;
  }

  private async show(outcome: PlanOutcome, response: Response): Promise<PlanOutcomeView> {
    const { after } = outcome;
    response.setHeader('ETag', etagOf({ version: after.plan.revision }));
    return toPlanOutcomeView(outcome, await this.book.changesOf(after));
  }
}
