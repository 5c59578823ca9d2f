import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeliveryEvents } from '../deliveries.events.js';
import { OrderQueries } from '../order-queries.service.js';
import { toOrderView } from './deliveries.views.js';

type OrderChanged = DeliveryEvents['order.changed'];

/** Shows every change of an order to its enterprise and to the authorities. */
@Injectable()
export class PushWhenOrderChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly hub: LiveHub,
    private readonly queries: OrderQueries,
  ) {}

  onModuleInit(): void {
    this.relay.listen<OrderChanged>({
      name: 'deliveries.push-when-order-changed',
      event: 'order.changed',
      handle: (tx, payload) => this.push(tx, payload),
    });
  }

  private async push(tx: EntityManager, { orderId, enterpriseId }: OrderChanged): Promise<void> {
    const order = await this.queries.get(SYSTEM_SCOPE, orderId, tx);
    this.hub.changed('order', orderId, [enterpriseId], toOrderView(order));
  }
}
