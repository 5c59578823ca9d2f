import { Needs, Scope } from '@tongyun/accounts';
import {
  type CallInCheckView,
  callInChecksView,
  type CallInRow,
  callInView,
  type CapacityView,
  capacityView,
  type PlanOutcomeView,
  planOutcomeView,
  type WaysOutView,
  waysOutView,
  type WhatIfRequest,
  whatIfRequest,
  type WhyTruckView,
  whyTruckView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import type { CallInCheckEntity } from '../data/call-in-check.entity.js';
import { CheckCallIns } from '../day/check-call-ins.service.js';
import { FindWaysOutService } from '../day/find-ways-out.service.js';
import { LookAtDayService } from '../day/look-at-day.service.js';
import { DayPlanBook } from '../day/day-plan-book.service.js';
import { toCallInRow } from '../day/to-call-in-row.js';
import { WhyTruckService } from '../day/why-truck.service.js';
import { toWhyTruckView } from './why-truck.view.js';
import { toWaysOutView } from './ways-out.view.js';
import { toPlanOutcomeView } from './day-plan.view.js';

/** What people ask of a plan without changing it. */
@Controller('day-plans')
export class DayQuestionsController {
  constructor(
    private readonly look: LookAtDayService,
    private readonly book: DayPlanBook,
    private readonly checking: CheckCallIns,
    private readonly findingWaysOut: FindWaysOutService,
    private readonly explaining: WhyTruckService,
  ) {}

  @Get(':id/call-ins')
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: callInView })
  async callIns(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: CallInRow[]; judgedAt: string }> {
    const { items, judgedAt } = await this.look.callIns(scope, id);
    return { items: items.map(toCallInRow), judgedAt: judgedAt.toISOString() };
  }

  /** The first round as it was judged at each release, and on the evening before. */
  @Get(':id/call-in-checks')
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: callInChecksView })
  async callInChecks(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: CallInCheckView[] }> {
    const checks = await this.checking.ofPlan(scope, id);
    return { items: checks.map(toCallInCheckView) };
  }

  @Get(':id/capacity')
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: capacityView })
  async capacity(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CapacityView> {
    const hours = await this.look.capacity(scope, id);
    return { hours: hours.map((hour) => ({ ...hour, hourAt: hour.hourAt.toISOString() })) };
  }

  /** How an order that the plan leaves out could be served. */
  @Get(':id/orders/:orderId/ways-out')
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: waysOutView })
  async waysOut(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('orderId', ParseUUIDPipe) orderId: string,
  ): Promise<WaysOutView> {
    return toWaysOutView(await this.findingWaysOut.find(scope, id, orderId));
  }

  /** Why a load that has not begun is on its truck, and what the second best would make worse. */
  @Get(':id/loads/:loadId/why-truck')
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: whyTruckView })
  async whyTruck(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('loadId', ParseUUIDPipe) loadId: string,
  ): Promise<WhyTruckView> {
    return toWhyTruckView(await this.explaining.explain(scope, id, loadId));
  }

  @Post(':id/what-if')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async whatIf(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: whatIfRequest }) body: WhatIfRequest,
  ): Promise<PlanOutcomeView> {
    const outcome = await this.look.whatIf(scope, id, body);
    return toPlanOutcomeView(outcome, await this.book.changesOf(outcome.after));
  }
}

const toCallInCheckView = ({
  id,
  kind,
  revision,
  judgedAt,
  items,
}: CallInCheckEntity): CallInCheckView => ({
  id,
  kind,
  revision,
  judgedAt: judgedAt.toISOString(),
  refusedCount: items.filter(({ reasons }) => reasons.some(({ effect }) => effect !== 'notice'))
    .length,
  unconfirmedCount: items.filter(({ state }) => state === 'open' || state === 'late').length,
  items,
});
