import { type DeliveryEvents, OrderQueries } from '@tongyun/deliveries';
import { addMinutes, type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DayPlanEntity } from '../../data/day-plan.entity.js';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { GOES_ON_MIN } from '../rules/find-behind.js';
import { isNewsTo } from '../rules/is-news-to.js';
import { operatingDayAt } from '../rules/standing.js';

/** Whether the plan of an order's day knows it as it is now. */
@Injectable()
export class PlanBehind {
  constructor(
    private readonly orders: OrderQueries,
    private readonly plans: DayPlanRepository,
    private readonly policies: PolicyQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The plan of its day that knows nothing of an order, or something else; null: none, or it is in step, or
   * the day is over and its pours are followed no longer.
   */
  async of(
    tx: EntityManager,
    { orderId, enterpriseId }: DeliveryEvents['order.changed'],
  ): Promise<DayPlanEntity | null> {
    const order = await this.orders.get(SYSTEM_SCOPE, orderId, tx);
    const { operatingOn } = order;
    const now = this.clock.now();
    const scopes = [`enterprise:${enterpriseId}`];
    const start = await this.policies.valueAt('operating_day.start_hour', now, scopes, tx);
    const oldest = addMinutes(now, -GOES_ON_MIN);
    if (operatingOn < operatingDayAt(oldest, start.value, this.timeZone)) return null;
    const plan = await this.plans.findOfDay(tx, SYSTEM_SCOPE, enterpriseId, operatingOn);
    if (!plan) return null;
    const wants = await this.plans.wants(tx, plan);
    return wants !== null && isNewsTo(wants, order) ? plan : null;
  }
}
