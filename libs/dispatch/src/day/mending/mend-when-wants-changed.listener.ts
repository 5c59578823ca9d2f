import { type DeliveryEvents, OrderQueries } from '@tongyun/deliveries';
import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { CatchUpService } from '../catch-up.service.js';
import { MendJointPour } from '../mend-joint-pour.service.js';
import { MendLater } from './mend-later.js';

type WantsChanged = DeliveryEvents['order.wants_changed'];

/** Mends the plan of a day when one of its orders asks for something else. */
@Injectable()
export class MendWhenWantsChanged implements OnModuleInit {
  constructor(
    private readonly orders: OrderQueries,
    private readonly plans: DayPlanRepository,
    private readonly catchingUp: CatchUpService,
    private readonly jointly: MendJointPour,
    private readonly later: MendLater,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.later.listen<WantsChanged>({
      name: 'dispatch.mend-when-wants-changed',
      event: 'order.wants_changed',
      mend: (changed, settle) => this.mend(changed, settle),
    });
  }

  private async mend(
    { orderId, enterpriseId, saidBy }: WantsChanged,
    settle: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { operatingOn } = await this.orders.get(SYSTEM_SCOPE, orderId);
    if (await this.jointly.mend(orderId, saidBy, settle)) return;
    const { reads } = this.unitOfWork;
    const plan = await this.plans.findOfDay(reads, SYSTEM_SCOPE, enterpriseId, operatingOn);
    if (plan) await this.catchingUp.catchUp(SYSTEM_SCOPE, plan.id, saidBy);
  }
}
