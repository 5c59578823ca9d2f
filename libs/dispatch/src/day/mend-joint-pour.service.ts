import { JointSupplyQueries } from '@tongyun/deliveries';
import { DomainError, type EnterpriseId, type OrderId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DayPlanEntity } from '../data/day-plan.entity.js';
import { DayPlanRepository } from '../data/day-plan.repository.js';
import { CatchUpService } from './catch-up.service.js';
import { PlanJointPourService } from './plan-joint-pour.service.js';

/** People wait for the answer. */
const SEARCH_SEC = 1;

/** Mends the plans of all who supply a joint pour, when it has changed: what one brings no more another does. */
@Injectable()
export class MendJointPour {
  constructor(
    private readonly supplies: JointSupplyQueries,
    private readonly plans: DayPlanRepository,
    private readonly planning: PlanJointPourService,
    private readonly catchingUp: CatchUpService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @param orderId of the pour, the lead's or a partner's
   * @param reason who called and said so
   * @param within what else belongs to the mend of all, in the same transaction
   * @returns false for an order that one enterprise brings alone: that is not for here
   * @throws VERSION_CONFLICT where somebody has planned meanwhile
   */
  async mend(
    orderId: OrderId,
    reason: string,
    within: (tx: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    const { pour, shares } = await this.supplies.ofOrder(SYSTEM_SCOPE, orderId);
    const partners = shares.filter(
      ({ state, shareOrderId }) => state === 'accepted' && shareOrderId !== null,
    );
    const [first] = partners;
    if (first === undefined) return false;
    const lead = await this.planOf(pour.leadEnterpriseId, first.operatingOn);
    const theirs: (DayPlanEntity | null)[] = [];
    for (const { partnerEnterpriseId } of partners) {
      theirs.push(await this.planOf(partnerEnterpriseId, first.operatingOn));
    }
    const plans = [lead, ...theirs].flatMap((plan) => plan ?? []);
    const isPlannedByAll = plans.length === partners.length + 1;
    const planning = { orderId: pour.leadOrderId, budget: { searchSec: SEARCH_SEC } };
    try {
      if (lead && isPlannedByAll) {
        await this.planning.mend(SYSTEM_SCOPE, lead.id, {
          ...planning,
          isMended: true,
          note: reason,
          within,
        });
        return true;
      }
    } catch (error) {
      // Whoever planned meanwhile was first, which says nothing against mending it as one: it is tried again.
      if (!(error instanceof DomainError) || error.code === 'VERSION_CONFLICT') throw error;
    }
    // As one it cannot be had: each does what it can, and shows its dispatcher what it cannot.
    for (const { id } of plans) await this.catchingUp.catchUp(SYSTEM_SCOPE, id, reason);
    return true;
  }

  private planOf(enterpriseId: EnterpriseId, on: string): Promise<DayPlanEntity | null> {
    return this.plans.findOfDay(this.unitOfWork.reads, SYSTEM_SCOPE, enterpriseId, on);
  }
}
