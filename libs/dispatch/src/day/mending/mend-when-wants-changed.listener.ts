import { type DeliveryEvents, OrderQueries } from '@tongyun/deliveries';
import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, UnitOfWork } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { CatchUpService } from '../catch-up.service.js';
import { MendJointPour } from '../mend-joint-pour.service.js';
import { MendLater } from './mend-later.js';

type WantsChanged = DeliveryEvents['order.wants_changed'];

/**
 * Mends the plan of a day when one of its orders asks for something else; what is lost with the
 * process is caught up with by the standing improver.
 */
@Injectable()
export class MendWhenWantsChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly orders: OrderQueries,
    private readonly plans: DayPlanRepository,
    private readonly catchingUp: CatchUpService,
    private readonly jointly: MendJointPour,
    private readonly later: MendLater,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.relay.listen<WantsChanged>({
      name: 'dispatch.mend-when-wants-changed',
      event: 'order.wants_changed',
      handle: async (tx, change) => this.later.after(tx, () => this.mend(change)),
    });
  }

  private async mend({ orderId, enterpriseId, saidBy }: WantsChanged): Promise<void> {
    const { operatingOn } = await this.orders.get(SYSTEM_SCOPE, orderId);
    if (await this.jointly.mend(orderId, saidBy)) return;
    const { reads } = this.unitOfWork;
    const plan = await this.plans.findOfDay(reads, SYSTEM_SCOPE, enterpriseId, operatingOn);
    if (plan) await this.catchingUp.catchUp(SYSTEM_SCOPE, plan.id, saidBy);
  }
}
