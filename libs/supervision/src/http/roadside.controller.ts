import { Needs, Scope } from '@tongyun/accounts';
import {
  type CheckPlatesRequest,
  checkPlatesRequest,
  type CheckPlatesView,
  checkPlatesView,
  type RoadsideQuery,
  roadsideQuery,
  type RoadsideView,
  roadsideView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { NotReplayed } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  SerializeOptions,
  UseGuards,
} from '@nestjs/common';
import { type CheckedPlate, CheckPlatesService } from '../check-plates.service.js';
import type { RoadsideAnswer } from '../roadside-answers.service.js';
import { RoadsideService } from '../roadside.service.js';
import { AsksOfMany } from './asks-of-many.decorator.js';
import { QuestionLimitsGuard } from './question-limits.guard.js';
import { RoadsideViews } from './roadside-views.js';

@Controller('roadside')
export class RoadsideController {
  constructor(
    private readonly roadside: RoadsideService,
    private readonly checkPlates: CheckPlatesService,
    private readonly views: RoadsideViews,
  ) {}

  @Get('vehicles/:plate')
  @Needs('roadside.ask')
  @UseGuards(QuestionLimitsGuard)
  @SerializeOptions({ schema: roadsideView })
  async ask(
    @Scope() scope: AccessScope,
    @Param('plate') plate: string,
    @Query({ schema: roadsideQuery }) query: RoadsideQuery,
  ): Promise<RoadsideView> {
    const answer = await this.roadside.ask(scope, plate, query);
    const show = await this.views.showAt(answer.judgedFor);
    return show(answer);
  }

  /** Many plates at once. Asked anew each time: an answer of before is none. */
  @Post('checks')
  @HttpCode(200)
  @NotReplayed()
  @AsksOfMany()
  @Needs('roadside.ask')
  @UseGuards(QuestionLimitsGuard)
  @SerializeOptions({ schema: checkPlatesView })
  async askMany(
    @Scope() scope: AccessScope,
    @Body({ schema: checkPlatesRequest }) body: CheckPlatesRequest,
  ): Promise<CheckPlatesView> {
    const { judgedFor, plates } = await this.checkPlates.check(scope, body);
    const show = await this.views.showAt(judgedFor);
    return { items: plates.map((plate) => toItem(plate, show)) };
  }
}

function toItem(
  checked: CheckedPlate,
  show: (answer: RoadsideAnswer) => RoadsideView,
): CheckPlatesView['items'][number] {
  if ('answer' in checked) return { ok: true, answer: show(checked.answer) };
  const { code, message, details } = checked.refusal;
  return { ok: false, refusal: { code, message, details } };
}
