import { Needs, Scope } from '@tongyun/accounts';
import {
  type AlertDeliveries,
  alertDeliveries,
  alertPage,
  type AlertView,
  alertView,
  type DecideAlertRequest,
  decideAlertRequest,
  type ListAlertsQuery,
  listAlertsQuery,
  type Page,
} from '@tongyun/contracts';
import type { AccessScope, AlertId } from '@tongyun/kernel';
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
import type { Response } from 'express';
import { alertForReader } from '../alert-for-reader.js';
import { AlertDeliveryQueries } from '../alert-delivery-queries.service.js';
import { AlertQueries } from '../alert-queries.service.js';
import { DecideAlertService } from '../decide-alert.service.js';
import { DeliveryReceipts } from '../delivery-receipts.service.js';
import { PageReceipts } from '../page-receipts.service.js';

@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly queries: AlertQueries,
    private readonly decideAlert: DecideAlertService,
    private readonly deliveries: AlertDeliveryQueries,
    private readonly receipts: DeliveryReceipts,
    private readonly pageReceipts: PageReceipts,
  ) {}

  @Get()
  @Needs('alerts.read')
  @SerializeOptions({ schema: alertPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listAlertsQuery }) query: ListAlertsQuery,
  ): Promise<Page<AlertView>> {
    const page = await this.queries.list(scope, query);
    this.pageReceipts.atDesk(scope, page.items, 'delivered');
    return { ...page, items: page.items.map((view) => alertForReader(scope, view)) };
  }

  @Get(':id')
  @Needs('alerts.read')
  @SerializeOptions({ schema: alertView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AlertView> {
    const view = await this.queries.get(scope, id as AlertId);
    this.pageReceipts.atDesk(scope, [view], 'delivered');
    response.setHeader('ETag', etagOf(view));
    return alertForReader(scope, view);
  }

  @Get(':id/deliveries')
  @Needs('alerts.read')
  @SerializeOptions({ schema: alertDeliveries })
  toldOf(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AlertDeliveries> {
    return this.deliveries.ofAlert(scope, id as AlertId);
  }

  /** Says that somebody at the asker's desk has opened the alert. */
  @Post(':id/seen')
  @HttpCode(204)
  @Needs('alerts.read')
  async see(@Scope() scope: AccessScope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.receipts.see(scope, id as AlertId);
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Needs('alerts.decide')
  @SerializeOptions({ schema: alertView })
  async decide(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decideAlertRequest }) body: DecideAlertRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AlertView> {
    const view = await this.decideAlert.decide(scope, id as AlertId, body, ifMatch);
    response.setHeader('ETag', etagOf(view));
    return view;
  }
}
