import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DayPlanRepository } from '../data/day-plan.repository.js';
import { PlanOfferRepository } from '../data/plan-offer.repository.js';
import type { DispatchEvents } from '../dispatch.events.js';

type DayPlanChanged = DispatchEvents['day_plan.changed'];

/** Tells those who look at a plan that somebody has changed it, or a better one is offered. */
@Injectable()
export class PushWhenDayPlanChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly hub: LiveHub,
    private readonly plans: DayPlanRepository,
    private readonly offers: PlanOfferRepository,
  ) {}

  onModuleInit(): void {
    this.relay.listen<DayPlanChanged>({
      name: 'dispatch.push-when-day-plan-changed',
      event: 'day_plan.changed',
      handle: (tx, payload) => this.push(tx, payload),
    });
  }

  private async push(tx: EntityManager, { planId, enterpriseId }: DayPlanChanged): Promise<void> {
    const plan = await this.plans.find(tx, SYSTEM_SCOPE, planId);
    const [newest] = plan ? await this.plans.changes(tx, plan, 1) : [];
    if (!plan || !newest) return;
    const { operatingOn, revision } = plan;
    const { kind, byUser, byName } = newest;
    const offer = await this.offers.findOpen(tx, planId);
    this.hub.changed('day_plan', planId, [enterpriseId], {
      planId,
      enterpriseId,
      operatingOn,
      revision,
      kind,
      byUser,
      byName,
      offerId: offer?.id ?? null,
    });
  }
}
