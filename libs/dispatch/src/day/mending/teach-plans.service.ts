import { type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { CatchUpService, type Learn } from '../catch-up.service.js';
import type { PlanContent } from '../rules/plan-content.js';
import { PlansUnderWay } from './plans-under-way.service.js';

/** Mends the plans that what happens now is about. */
@Injectable()
export class TeachPlans {
  constructor(
    private readonly plans: DayPlanRepository,
    private readonly underWay: PlansUnderWay,
    private readonly catchingUp: CatchUpService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @param learn what is news to a plan; nothing, where it knows of it
   * @param isAbout whether a plan can have anything to learn, before its day is looked at
   */
  async teach(
    enterpriseId: EnterpriseId,
    learn: Learn,
    isAbout: (content: PlanContent) => boolean = () => true,
  ): Promise<void> {
    for (const { id, revision } of await this.underWay.of(enterpriseId)) {
      const { content } = await this.plans.revision(this.unitOfWork.reads, id, revision);
      if (isAbout(content)) await this.catchingUp.catchUp(SYSTEM_SCOPE, id, '', learn);
    }
  }
}
