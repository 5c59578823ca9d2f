import { Needs, Scope } from '@tongyun/accounts';
import {
  type OpenPlanOfferView,
  openPlanOfferView,
  type PlanOutcomeView,
  planOutcomeView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { etagOf } from '@tongyun/platform';
import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { DayPlanBook } from '../day/day-plan-book.service.js';
import { DecideOfferService } from '../day/standing/decide-offer.service.js';
import { toPlanOutcomeView } from './day-plan.view.js';
import { toPlanOfferView } from './plan-offer.view.js';

/** Better plans that were found between events, for people to accept or decline. */
@Controller('day-plans')
export class PlanOffersController {
  constructor(
    private readonly book: DayPlanBook,
    private readonly deciding: DecideOfferService,
  ) {}

  /** The offer that waits for a decision; null: none. */
  @Get(':id/offer')
  @Needs('dispatch.read_plan')
  @SerializeOptions({ schema: openPlanOfferView })
  async findOpen(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OpenPlanOfferView> {
    const { offer, open } = await this.deciding.findOpen(scope, id);
    return { offer: offer && toPlanOfferView(offer, open.content) };
  }

  @Post(':id/offers/:offerId/accept')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: planOutcomeView })
  async accept(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanOutcomeView> {
    const outcome = await this.deciding.accept(scope, id, offerId, ifMatch);
    response.setHeader('ETag', etagOf({ version: outcome.after.plan.revision }));
    return toPlanOutcomeView(outcome, await this.book.changesOf(outcome.after));
  }

  @Post(':id/offers/:offerId/decline')
  @HttpCode(200)
  @Needs('dispatch.plan')
  @SerializeOptions({ schema: openPlanOfferView })
  async decline(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<OpenPlanOfferView> {
    await this.deciding.decline(scope, id, offerId, ifMatch);
    return { offer: null };
  }
}
