import { Needs, Scope } from '@tongyun/accounts';
import {
  type CallInRow,
  callInView,
  type CapacityView,
  capacityView,
  type PlanOutcomeView,
  planOutcomeView,
  type WhatIfRequest,
  whatIfRequest,
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
import { LookAtDayService } from '../day/look-at-day.service.js';
import { DayPlanBook } from '../day/day-plan-book.service.js';
import type { CallIn } from '../day/rules/list-call-ins.js';
import { toPlanOutcomeView } from './day-plan.view.js';

/** What people ask of a plan without changing it. */
@Controller('day-plans')
export class DayQuestionsController {
  constructor(
    private readonly look: LookAtDayService,
    private readonly book: DayPlanBook,
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

const toCallInRow = ({
  firstAt,
  callInAt,
  replacement,
  confirmedAt,
  ...row
}: CallIn): CallInRow => ({
  ...row,
  reasons: [...row.reasons],
  firstLoadAt: firstAt.toISOString(),
  callInAt: callInAt.toISOString(),
  replacement: replacement && { driverId: replacement.id, driverName: replacement.name },
  confirmedAt: confirmedAt?.toISOString() ?? null,
});
