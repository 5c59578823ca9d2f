import { Needs, Scope } from '@tongyun/accounts';
import {
  diversionList,
  type DiversionOffersQuery,
  diversionOffersQuery,
  type DiversionOffersView,
  diversionOffersView,
  type DiversionView,
  diversionView,
  type DivertTripRequest,
  divertTripRequest,
} from '@tongyun/contracts';
import { DiversionQueries } from '@tongyun/deliveries';
import type { AccessScope, TripId } from '@tongyun/kernel';
import { etagOf } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { DiversionOffers } from '../diversion/diversion-offers.service.js';
import { DivertLoadService } from '../diversion/divert-load.service.js';
import { toDiversionOffersView, toDiversionView } from './diversions.view.js';

/** Concrete on the road that is sent elsewhere than ordered. */
@Controller('trips/:id')
export class DiversionsController {
  constructor(
    private readonly offers: DiversionOffers,
    private readonly diverting: DivertLoadService,
    private readonly queries: DiversionQueries,
  ) {}

  @Get('diversion-offers')
  @Needs('trips.divert')
  @SerializeOptions({ schema: diversionOffersView })
  async find(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: diversionOffersQuery }) { takenM3 }: DiversionOffersQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DiversionOffersView> {
    const found = await this.offers.forTrip(scope, id as TripId, takenM3);
    response.setHeader('ETag', etagOf(found.ground.carried.trip));
    return toDiversionOffersView(found);
  }

  @Post('diversions')
  @Needs('trips.divert')
  @SerializeOptions({ schema: diversionView })
  async divert(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: divertTripRequest }) body: DivertTripRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<DiversionView> {
    return toDiversionView(await this.diverting.divert(scope, id as TripId, body, ifMatch));
  }

  /** Oldest first: where it has been sent, by whom and why. */
  @Get('diversions')
  @Needs('trips.read')
  @SerializeOptions({ schema: diversionList })
  async list(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: DiversionView[] }> {
    const rows = await this.queries.ofTrip(scope, id as TripId);
    return { items: rows.map(toDiversionView) };
  }
}
