import type { PlanDayRequest } from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type OpenPlan, DayPlanBook } from './day-plan-book.service.js';
import type { PlanOutcome } from './plan-outcome.js';
import type { DayFacts } from './rules/day-facts.js';
import type { PlanContent } from './rules/plan-content.js';

/** Plans a day for the first time, or anew. */
@Injectable()
export class PlanDayService {
  constructor(private readonly book: DayPlanBook) {}

  /** @param ifMatch the revision seen; not asked for before there is any */
  async plan(
    scope: AccessScope,
    { enterpriseId, operatingOn, searchSec }: PlanDayRequest,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const day = { enterpriseId: enterpriseId as EnterpriseId, operatingOn };
    const open = await this.book.findOfDay(scope, enterpriseId, operatingOn);
    if (open) this.book.assertUnchanged(ifMatch, open.plan);
    const facts = await this.book.factsOf(scope, day);
    const travel = await this.book.travelOf(facts);
    const budget = { searchSec };
    if (!open) {
      const content = await this.book.solve(facts, travel, null, [], budget);
      const kept = await this.book.keepFirst(scope, day, content);
      return { isDone: true, faults: [], before: nothingOf(content, facts), after: kept, facts };
    }
    const earlier = {
      content: open.content,
      isMended: open.plan.releasedRevision !== null,
    };
    const content = await this.book.solve(facts, travel, earlier, open.content.events, budget);
    const kept: OpenPlan = await this.book.keep(scope, open, content, {
      kind: 'replanned',
      note: null,
    });
    return { isDone: true, faults: [], before: open.content, after: kept, facts };
  }
}

/** Before the first plan nobody is served. */
const nothingOf = (content: PlanContent, { orders }: DayFacts): PlanContent => ({
  ...content,
  loads: [],
  pumpJobs: [],
  unserved: orders.map(({ id }) => ({ orderId: id, lacks: 'load', loadsPlaced: 0, codes: {} })),
  figures: {
    ...content.figures,
    servedM3: 0,
    servedPct: 0,
    ghostServedM3: 0,
    loads: 0,
    trucksUsed: 0,
    lateMinPerOrder: 0,
    waitMinPerLoad: 0,
    emptyKmPerLoad: 0,
  },
});
