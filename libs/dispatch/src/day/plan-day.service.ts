import type { PlanDayRequest } from '@tongyun/contracts';
import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type OpenPlan, DayPlanBook } from './day-plan-book.service.js';
import type { PlanOutcome } from './plan-outcome.js';
import type { AskedPlanning, Planning } from './planning/planning.js';
import type { PlanningSignals } from './planning/planning-run.js';
import { Plannings, type StartedPlanning } from './planning/plannings.js';
import type { DayFacts } from './rules/day-facts.js';
import { findLatePumps } from './rules/late-pumps.js';
import { NOTHING_PLANNED, type PlanContent } from './rules/plan-content.js';
import { findStayingPumps } from './rules/staying-pumps.js';

/** Plans a day for the first time, or anew. */
@Injectable()
export class PlanDayService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly plannings: Plannings,
  ) {}

  /**
   * Begins it; what comes of it can be waited for.
   *
   * @param ifMatch the revision seen; not asked for before there is any
   */
  async start(
    scope: AccessScope,
    request: PlanDayRequest,
    ifMatch: string | undefined,
  ): Promise<StartedPlanning> {
    const { operatingOn, searchSec } = request;
    const enterpriseId = request.enterpriseId as EnterpriseId;
    const open = await this.book.findOfDay(scope, enterpriseId, operatingOn);
    if (open) this.book.assertUnchanged(ifMatch, open.plan);
    const byName = await this.book.nameOf(scope);
    const asked = {
      enterpriseId,
      operatingOn,
      jointOrderId: null,
      searchSec,
      byUser: scope.userId,
      byName,
    };
    return this.plannings.start(asked, (signals) => this.plan(scope, open, asked, signals));
  }

  /** Begins it for somebody who does not wait but looks at it now and then. */
  async startAlone(
    scope: AccessScope,
    request: PlanDayRequest,
    ifMatch: string | undefined,
  ): Promise<Planning> {
    return this.plannings.leaveAlone(scope, await this.start(scope, request, ifMatch));
  }

  private async plan(
    scope: AccessScope,
    open: OpenPlan | null,
    day: AskedPlanning,
    signals: PlanningSignals,
  ): Promise<PlanOutcome> {
    const facts = await this.book.factsOf(scope, day);
    const travel = await this.book.travelOf(facts);
    const budget = { searchSec: day.searchSec };
    const before = open?.content ?? NOTHING_PLANNED;
    const learnt = [...findLatePumps(facts, before), ...findStayingPumps(facts, before)];
    if (!open) {
      const content = await this.book.solve(facts, travel, null, learnt, budget, signals);
      signals.onKeeping();
      const kept = await this.book.keepFirst(scope, day, content, facts.beside.plans);
      return { isDone: true, faults: [], before: nothingOf(content, facts), after: kept, facts };
    }
    const earlier = {
      content: open.content,
      isMended: open.plan.releasedRevision !== null,
    };
    const events = [...open.content.events, ...learnt];
    const content = await this.book.solve(facts, travel, earlier, events, budget, signals);
    signals.onKeeping();
    const kept: OpenPlan = await this.book.keep(scope, open, content, {
      kind: 'replanned',
      note: null,
      beside: facts.beside.plans,
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
