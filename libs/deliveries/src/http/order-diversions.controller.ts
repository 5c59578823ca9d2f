import { Needs, Scope } from '@tongyun/accounts';
import { orderDiversionList, type OrderDiversionList } from '@tongyun/contracts';
import type { AccessScope, OrderId } from '@tongyun/kernel';
import { Controller, Get, Param, ParseUUIDPipe, SerializeOptions } from '@nestjs/common';
import { DiversionQueries } from '../diversion-queries.service.js';

@Controller('orders/:id/diversions')
export class OrderDiversionsController {
  constructor(private readonly queries: DiversionQueries) {}

  /** Oldest first: what was sent away from an order and to it, by whose leave and why. */
  @Get()
  @Needs('trips.read')
  @SerializeOptions({ schema: orderDiversionList })
  async list(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OrderDiversionList> {
    const rows = await this.queries.ofOrder(scope, id as OrderId);
    return {
      items: rows.map(({ divertedAt, ...row }) => ({
        ...row,
        divertedAt: divertedAt.toISOString(),
      })),
    };
  }
}
