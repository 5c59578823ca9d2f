import { type Clock, CLOCK } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrderEntity } from './data/order.entity.js';
import { OrderRepository } from './data/order.repository.js';

const PER_CENT = 100;

/** Whether what has come to a site is what its order asked for. */
@Injectable()
export class OrderFulfilment {
  constructor(
    private readonly orders: OrderRepository,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Delivered is what is ticketed, less what was refused or came back. */
  async isShort(
    tx: EntityManager,
    { id, enterpriseId, plannedM3 }: Pick<OrderEntity, 'id' | 'enterpriseId' | 'plannedM3'>,
  ): Promise<boolean> {
    const scopes = [`enterprise:${enterpriseId}`];
    const now = this.clock.now();
    const from = await this.policies.valueAt('order.complete_from_pct', now, scopes, tx);
    const deliveredM3 = await this.orders.deliveredM3(tx, id);
    return deliveredM3 * PER_CENT < plannedM3 * from.value;
  }
}
