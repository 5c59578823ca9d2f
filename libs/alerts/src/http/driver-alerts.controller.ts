import { driverOf, Needs, Scope } from '@tongyun/accounts';
import {
  type AlertReceiptRequest,
  alertReceiptRequest,
  type DriverAlerts,
  driverAlerts,
} from '@tongyun/contracts';
import type { AccessScope, AlertId } from '@tongyun/kernel';
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
import { DeliveryReceipts } from '../delivery-receipts.service.js';
import { DriverAlertQueries } from '../driver-alert-queries.service.js';

/** The alerts that a driver's own page shows him. */
@Controller('driver/alerts')
export class DriverAlertsController {
  constructor(
    private readonly queries: DriverAlertQueries,
    private readonly receipts: DeliveryReceipts,
  ) {}

  @Get()
  @Needs('driver.alerts')
  @SerializeOptions({ schema: driverAlerts })
  async list(@Scope() scope: AccessScope): Promise<DriverAlerts> {
    return { items: await this.queries.ofDriver(driverOf(scope)) };
  }

  @Post(':id/receipts')
  @HttpCode(204)
  @Needs('driver.alerts')
  async receive(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: alertReceiptRequest }) { state }: AlertReceiptRequest,
  ): Promise<void> {
    await this.receipts.onDriversPage(driverOf(scope), id as AlertId, state);
  }
}
