import { type DeliveryEvents, OrderQueries } from '@tongyun/deliveries';
import { addSeconds, type Clock, CLOCK, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DayPlanEntity } from '../../data/day-plan.entity.js';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { CatchUpService } from '../catch-up.service.js';
import { Plannings } from '../planning/plannings.js';
import { type Gathering, MendLater, NotYet } from './mend-later.js';
import { PlanBehind } from './plan-behind.service.js';

type OrderChanged = DeliveryEvents['order.changed'];

/** Under which it is noted, about a plan by its id. */
export const ORDERS_CAME = 'dispatch.mend-when-orders-came';

/**
 * Takes orders that came into the plan that drivers were told, as one, when no more have come for a while
 * and nobody is at the plan by hand; but when they have waited long enough, whoever is.
 */
@Injectable()
export class MendWhenOrdersCame implements OnModuleInit {
  constructor(
    private readonly orders: OrderQueries,
    private readonly plans: DayPlanRepository,
    private readonly behind: PlanBehind,
    private readonly plannings: Plannings,
    private readonly catchingUp: CatchUpService,
    private readonly policies: PolicyQueries,
    private readonly later: MendLater,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.later.listen<OrderChanged>({
      name: ORDERS_CAME,
      event: 'order.changed',
      gather: (tx, changed) => this.gather(tx, changed),
      mend: (changed, _, waitsSince) => this.mend(changed, waitsSince),
    });
  }

  private async gather(tx: EntityManager, changed: OrderChanged): Promise<Gathering | null> {
    const plan = await this.behind.of(tx, changed);
    if (!plan || plan.releasedRevision === null) return null;
    return { about: plan.id, ...(await this.waits(changed.enterpriseId, tx)) };
  }

  private async mend({ orderId, enterpriseId }: OrderChanged, waitsSince: Date): Promise<void> {
    const { reads } = this.unitOfWork;
    const { operatingOn } = await this.orders.get(SYSTEM_SCOPE, orderId);
    const plan = await this.plans.findOfDay(reads, SYSTEM_SCOPE, enterpriseId, operatingOn);
    if (!plan) return;
    await this.assertQuiet(plan, waitsSince);
    await this.catchingUp.catchUp(SYSTEM_SCOPE, plan.id, '');
  }

  /** Whoever changes the plan by hand, or plans it anew, would find it changed under his hands. */
  private async assertQuiet(plan: DayPlanEntity, waitsSince: Date): Promise<void> {
    const now = this.clock.now();
    const { quietSec, withinSec } = await this.waits(plan.enterpriseId);
    const latestAt = addSeconds(waitsSince, withinSec);
    const [newest] = await this.plans.changes(this.unitOfWork.reads, plan, 1);
    if (newest && newest.byUser !== SYSTEM_SCOPE.userId) {
      const quietAt = addSeconds(newest.at, quietSec);
      if (quietAt > now && latestAt > now)
        throw new NotYet(quietAt < latestAt ? quietAt : latestAt);
    }
    if (await this.plannings.isPlanned(plan)) throw new NotYet(addSeconds(now, quietSec));
  }

  private async waits(
    enterpriseId: EnterpriseId,
    tx?: EntityManager,
  ): Promise<Pick<Gathering, 'quietSec' | 'withinSec'>> {
    const scopes = [`enterprise:${enterpriseId}`];
    const now = this.clock.now();
    const quiet = await this.policies.valueAt('plan.take_in_quiet_sec', now, scopes, tx);
    const within = await this.policies.valueAt('plan.take_in_within_sec', now, scopes, tx);
    return { quietSec: quiet.value, withinSec: within.value };
  }
}
