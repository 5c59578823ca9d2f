import { type AccessScope, type Clock, CLOCK, newId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { checkDayPlan, type DayPlan } from '@tongyun/solver';
import { Inject, Injectable } from '@nestjs/common';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import type { PlanOfferEntity } from '../../data/plan-offer.entity.js';
import { PlanOfferRepository } from '../../data/plan-offer.repository.js';
import type { DispatchEvents } from '../../dispatch.events.js';
import { DayPlanBook, type OpenPlan } from '../day-plan-book.service.js';
import { keepDurations } from '../rules/order-durations.js';
import { hasBegun } from '../rules/begun.js';
import { comparePlans, isWorthOffering } from '../rules/compare-plans.js';
import { findDifference } from '../rules/difference.js';
import { findHeld } from '../rules/find-held.js';
import { findGivenByHand } from '../rules/given-by-hand.js';
import { toDayPlan } from '../rules/to-day-plan.js';
import { type PlannedDay, toDayProblem } from '../rules/to-day-problem.js';
import { toPlanContent } from '../rules/to-plan-content.js';
import { DaySolver } from '../solving/day-solver.js';
import type { SolveJob, Solved } from '../solving/solve-job.js';
import { StandingRuns } from './standing-runs.js';

export interface Improving {
  readonly seed: number;
  readonly budget: SolveJob['budget'];
}

/** Looks for a better plan than the one that people were told, and offers it when it is worth the changes. */
@Injectable()
export class ImprovePlanService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly plans: DayPlanRepository,
    private readonly offers: PlanOfferRepository,
    private readonly solver: DaySolver,
    private readonly runs: StandingRuns,
    private readonly policies: PolicyQueries,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the offer; null when nothing worth it was found, or a search for the plan runs already
   * @throws PlanTouched, GaveWay when the search was given up
   */
  improve(
    scope: AccessScope,
    planId: string,
    improving: Improving,
  ): Promise<PlanOfferEntity | null> {
    return this.runs.run(planId, (signal) => this.search(scope, planId, improving, signal));
  }

  private async search(
    scope: AccessScope,
    planId: string,
    { seed, budget }: Improving,
    signal: AbortSignal,
  ): Promise<PlanOfferEntity | null> {
    const open = await this.book.open(scope, planId, null);
    const { content } = open;
    const facts = keepDurations(await this.book.factsOf(scope, open.plan), content);
    const travel = await this.book.travelOf(facts);
    const { events } = content;
    const held = findHeld(content, events, findGivenByHand(facts, events));
    const planned = toDayProblem(facts, travel, content.events, held);
    const solve = (job: Pick<SolveJob, 'earlier' | 'budget'>): Promise<Solved> =>
      this.solver.solve({ problem: planned.problem, seed, ...job }, { signal, isStanding: true });
    const asIs = await solve({ earlier: toDayPlan(planned, content), budget: { steps: 0 } });
    const better = await solve({ earlier: asIs.plan, budget });
    assertSound(planned, better.plan);
    const offered = toPlanContent(planned, better.plan, better.unserved, content.events, content);
    const begun = new Set(facts.loads.filter(hasBegun).map(({ id }) => id));
    const { moved } = findDifference(content, offered, begun, facts.policy.toldAgainMin);
    const comparison = comparePlans(planned, asIs.plan, better.plan, moved);
    if (!(await this.isWorthIt(open, comparison))) return this.settle(open, null);
    return this.settle(open, {
      id: newId<string>(),
      planId,
      baseRevision: open.plan.revision,
      state: 'open',
      madeAt: this.clock.now(),
      seed,
      worthPoints: comparison.gainPoints - comparison.changePoints,
      content: offered,
      comparison,
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
    });
  }

  private async isWorthIt(
    { plan }: OpenPlan,
    comparison: PlanOfferEntity['comparison'],
  ): Promise<boolean> {
    const scopes = [`enterprise:${plan.enterpriseId}`];
    const now = this.clock.now();
    const least = await this.policies.valueAt('plan.improver_least_points', now, scopes);
    const { reads } = this.unitOfWork;
    const declined = await this.offers.mostDeclined(reads, plan.id, plan.revision);
    return isWorthOffering(comparison, least.value, declined);
  }

  /** Puts the offer, or none, in the place of what was offered before, unless the plan has changed meanwhile. */
  private settle(
    { plan }: OpenPlan,
    offer: PlanOfferEntity | null,
  ): Promise<PlanOfferEntity | null> {
    return this.unitOfWork.run(async (tx) => {
      const { revision, enterpriseId } = await this.plans.lock(tx, plan.id);
      if (revision !== plan.revision) return null;
      const wasWithdrawn = await this.offers.withdraw(tx, plan.id, this.clock.now());
      if (offer) await this.offers.insert(tx, offer);
      if (!offer && !wasWithdrawn) return null;
      await this.outbox.publish<DispatchEvents>(tx, {
        name: 'day_plan.changed',
        orderingKey: plan.id,
        payload: { planId: plan.id, enterpriseId },
      });
      return offer;
    });
  }
}

/** What breaks a rule is never offered: it is a fault of ours. */
function assertSound({ problem }: PlannedDay, plan: DayPlan): void {
  const [fault] = checkDayPlan(problem, plan);
  if (fault) throw new Error(`An improved plan breaks ${fault.code}: ${fault.detail}`);
}
