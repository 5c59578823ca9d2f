import { Needs, Scope } from '@tongyun/accounts';
import {
  type BulkOrderCallRequest,
  bulkOrderCallRequest,
  type BulkOrderCallView,
  bulkOrderCallView,
  type CopyOrderRequest,
  copyOrderRequest,
  type OrderCallRequest,
  orderCallRequest,
  type OrderDetailView,
  orderDetailView,
  type SiteReadyRequest,
  siteReadyRequest,
} from '@tongyun/contracts';
import type { AccessScope, OrderId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { CopyOrderService } from '../copy-order.service.js';
import { OrderQueries } from '../order-queries.service.js';
import { SetSiteReadyService } from '../set-site-ready.service.js';
import { TakeCallsInBulkService } from '../take-calls-in-bulk.service.js';
import { TakeOrderCallService } from '../take-order-call.service.js';
import { toOrderDetailView } from './deliveries.views.js';

/** What people at sites call for while a day is under way. */
@Controller()
export class OrderCallsController {
  constructor(
    private readonly queries: OrderQueries,
    private readonly takeCall: TakeOrderCallService,
    private readonly takeInBulk: TakeCallsInBulkService,
    private readonly copyOrder: CopyOrderService,
    private readonly setReady: SetSiteReadyService,
  ) {}

  @Post('orders/:id/calls')
  @HttpCode(200)
  @Needs('orders.write')
  @SerializeOptions({ schema: orderDetailView })
  async take(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: orderCallRequest }) body: OrderCallRequest,
  ): Promise<OrderDetailView> {
    await this.takeCall.take(scope, id as OrderId, body);
    return toOrderDetailView(await this.queries.getWhole(scope, id as OrderId));
  }

  @Post('order-calls')
  @HttpCode(200)
  @Needs('orders.write')
  @SerializeOptions({ schema: bulkOrderCallView })
  async takeMany(
    @Scope() scope: AccessScope,
    @Body({ schema: bulkOrderCallRequest }) body: BulkOrderCallRequest,
  ): Promise<BulkOrderCallView> {
    return { items: await this.takeInBulk.take(scope, body) };
  }

  @Post('orders/:id/copies')
  @Needs('orders.write')
  @SerializeOptions({ schema: orderDetailView })
  async copy(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: copyOrderRequest }) body: CopyOrderRequest,
  ): Promise<OrderDetailView> {
    const order = await this.copyOrder.copy(scope, id as OrderId, body);
    return toOrderDetailView(await this.queries.getWhole(scope, order.id));
  }

  @Post('orders/:id/site-readiness')
  @HttpCode(200)
  @Needs('orders.write')
  @SerializeOptions({ schema: orderDetailView })
  async setSiteReady(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: siteReadyRequest }) { isReady }: SiteReadyRequest,
  ): Promise<OrderDetailView> {
    await this.setReady.set(scope, id as OrderId, isReady);
    return toOrderDetailView(await this.queries.getWhole(scope, id as OrderId));
  }
}
