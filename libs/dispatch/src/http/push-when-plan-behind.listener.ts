import type { DeliveryEvents } from '@tongyun/deliveries';
import { EventRelay, LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlanBehind } from '../day/mending/plan-behind.service.js';

type OrderChanged = DeliveryEvents['order.changed'];

/** Tells those who look at a plan that it does not know an order of its day, or not as it is now. */
@Injectable()
export class PushWhenPlanBehind implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly hub: LiveHub,
    private readonly behind: PlanBehind,
  ) {}

  onModuleInit(): void {
    this.relay.listen<OrderChanged>({
      name: 'dispatch.push-when-plan-behind',
      event: 'order.changed',
      handle: (tx, changed) => this.push(tx, changed),
    });
  }

  private async push(tx: EntityManager, changed: OrderChanged): Promise<void> {
    const { orderId, enterpriseId } = changed;
    const plan = await this.behind.of(tx, changed);
    if (!plan) return;
    const { id: planId, operatingOn } = plan;
    const news = { kind: 'behind', planId, enterpriseId, operatingOn, orderId } as const;
    this.hub.changed('day_plan', orderId, [enterpriseId], news);
  }
}
