import { Needs, Scope } from '@tongyun/accounts';
import {
  type CarryForwardRequest,
  carryForwardRequest,
  type ChangeOrderStateRequest,
  changeOrderStateRequest,
  type CreateOrderRequest,
  createOrderRequest,
  type ListOrdersQuery,
  listOrdersQuery,
  type OrderDetailView,
  orderDetailView,
  orderPage,
  type OrderView,
  orderView,
  type Page,
  type UnfinishedOrdersQuery,
  unfinishedOrdersQuery,
  type UnfinishedOrdersView,
  unfinishedOrdersView,
} from '@tongyun/contracts';
import type { AccessScope, OrderId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
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
import { CarryForwardService } from '../carry-forward.service.js';
import { ChangeOrderStateService } from '../change-order-state.service.js';
import { CreateOrderService } from '../create-order.service.js';
import { OrderQueries } from '../order-queries.service.js';
import { toOrderDetailView, toOrderView } from './deliveries.views.js';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly queries: OrderQueries,
    private readonly createOrder: CreateOrderService,
    private readonly changeState: ChangeOrderStateService,
    private readonly carryForward: CarryForwardService,
  ) {}

  @Get()
  @Needs('orders.read')
  @SerializeOptions({ schema: orderPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listOrdersQuery }) query: ListOrdersQuery,
  ): Promise<Page<OrderView>> {
    const orders = await this.queries.list(scope, query);
    return toPage(
      orders,
      query,
      ({ firstOnSiteAt, id }) => ({ key: firstOnSiteAt.toISOString(), id }),
      toOrderView,
    );
  }

  /** What is left of a day's orders, to be carried forward. */
  @Get('unfinished')
  @Needs('orders.read')
  @SerializeOptions({ schema: unfinishedOrdersView })
  async listUnfinished(
    @Scope() scope: AccessScope,
    @Query({ schema: unfinishedOrdersQuery }) query: UnfinishedOrdersQuery,
  ): Promise<UnfinishedOrdersView> {
    const left = await this.queries.unfinished(scope, query);
    return { items: left.map(({ order, leftM3 }) => ({ order: toOrderView(order), leftM3 })) };
  }

  @Post(':id/carry-forward')
  @Needs('orders.write')
  @SerializeOptions({ schema: orderDetailView })
  async carry(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: carryForwardRequest }) body: CarryForwardRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<OrderDetailView> {
    const order = await this.carryForward.carry(scope, id as OrderId, body, ifMatch);
    return toOrderDetailView(await this.queries.getWhole(scope, order.id));
  }

  @Post()
  @Needs('orders.write')
  @SerializeOptions({ schema: orderDetailView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createOrderRequest }) body: CreateOrderRequest,
  ): Promise<OrderDetailView> {
    const order = await this.createOrder.create(scope, body);
    return toOrderDetailView(await this.queries.getWhole(scope, order.id));
  }

  @Get(':id')
  @Needs('orders.read')
  @SerializeOptions({ schema: orderDetailView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrderDetailView> {
    const whole = await this.queries.getWhole(scope, id as OrderId);
    response.setHeader('ETag', etagOf(whole.order));
    return toOrderDetailView(whole);
  }

  @Post(':id/state')
  @HttpCode(200)
  @Needs('orders.write')
  @SerializeOptions({ schema: orderView })
  async putState(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: changeOrderStateRequest }) body: ChangeOrderStateRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrderView> {
    const order = await this.changeState.change(scope, id as OrderId, body, ifMatch);
    response.setHeader('ETag', etagOf(order));
    return toOrderView(order);
  }
}
