import { DayWorkQueries } from '@tongyun/deliveries';
import { type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DayPlanRepository } from '../data/day-plan.repository.js';
import type { Beside, PlanSeen } from './rules/day-facts.js';
import { findBeside } from './rules/find-beside.js';
import type { PlanContent } from './rules/plan-content.js';

/** What others plan and do at the sites of an enterprise's day: read for the planner, shown to nobody. */
@Injectable()
export class BesideQueries {
  constructor(
    private readonly work: DayWorkQueries,
    private readonly plans: DayPlanRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async ofDay(enterpriseId: EnterpriseId, on: string): Promise<Beside> {
    const work = await this.work.beside(enterpriseId, on);
    const { reads } = this.unitOfWork;
    const contents = new Map<string, PlanContent>();
    const seen: PlanSeen[] = [];
    for (const other of new Set(work.orders.map((order) => order.enterpriseId))) {
      const plan = await this.plans.findOfDay(reads, SYSTEM_SCOPE, other, on);
      if (plan === null) continue;
      const { content } = await this.plans.revision(reads, plan.id, plan.revision);
      contents.set(other, content);
      seen.push({ planId: plan.id, revision: plan.revision });
    }
    return { orders: findBeside(work, contents), plans: seen };
  }
}
