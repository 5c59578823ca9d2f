import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { checkDayPlan, findNewFaults } from '@tongyun/solver';
import { Inject, Injectable } from '@nestjs/common';
import type { PlanOfferEntity } from '../../data/plan-offer.entity.js';
import { PlanOfferRepository } from '../../data/plan-offer.repository.js';
import type { DispatchEvents } from '../../dispatch.events.js';
import { DayPlanBook, type OpenPlan } from '../day-plan-book.service.js';
import type { PlanOutcome } from '../plan-outcome.js';
import { keepDurations } from '../rules/order-durations.js';
import { findHeld } from '../rules/find-held.js';
import { findGivenByHand } from '../rules/given-by-hand.js';
import { toDayPlan } from '../rules/to-day-plan.js';
import { toDayProblem } from '../rules/to-day-problem.js';
import { toPlanContent } from '../rules/to-plan-content.js';
import { explainAll } from '../solving/solve-job.js';

/** Accepts or declines a better plan that was offered. */
@Injectable()
export class DecideOfferService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly offers: PlanOfferRepository,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The offer that waits for a decision, with the plan that it is better than. */
  async findOpen(
    scope: AccessScope,
    planId: string,
  ): Promise<{ offer: PlanOfferEntity | null; open: OpenPlan }> {
    const open = await this.book.open(scope, planId, null);
    const offer = await this.offers.findOpen(this.unitOfWork.reads, planId);
    return { offer: offer?.baseRevision === open.plan.revision ? offer : null, open };
  }

  /** Makes the offer the plan. Refused when plan or day have moved on since it was made. */
  async accept(
    scope: AccessScope,
    planId: string,
    offerId: string,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const open = await this.book.open(scope, planId, ifMatch);
    const offer = await this.get(open, offerId);
    const facts = keepDurations(await this.book.factsOf(scope, open.plan), open.content);
    const travel = await this.book.travelOf(facts);
    const { events } = offer.content;
    const held = findHeld(open.content, events, findGivenByHand(facts, events));
    const planned = toDayProblem(facts, travel, events, held);
    const plan = toDayPlan(planned, offer.content);
    // A load that fell due meanwhile is as late in the plan that the offer is better than.
    const known = checkDayPlan(planned.problem, toDayPlan(planned, open.content));
    if (findNewFaults(known, checkDayPlan(planned.problem, plan)).length > 0) {
      await this.unitOfWork.run((tx) => this.offers.withdraw(tx, planId, this.clock.now()));
      throw overtaken(offer);
    }
    const unserved = explainAll(planned.problem, plan);
    const content = toPlanContent(planned, plan, unserved, events, offer.content);
    const decision = await this.decision(scope, 'accepted');
    const after = await this.book.keep(scope, open, content, {
      kind: 'improved',
      note: null,
      beside: facts.beside.plans,
      within: async (tx) => {
        if (!(await this.offers.decide(tx, offer.id, decision))) throw overtaken(offer);
      },
    });
    return { isDone: true, faults: [], before: open.content, after, facts };
  }

  /** The plan stays; the same gain is not offered again on it. */
  async decline(
    scope: AccessScope,
    planId: string,
    offerId: string,
    ifMatch: string | undefined,
  ): Promise<void> {
    const open = await this.book.open(scope, planId, ifMatch);
    const offer = await this.get(open, offerId);
    const decision = await this.decision(scope, 'declined');
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.offers.decide(tx, offer.id, decision))) throw overtaken(offer);
      await this.outbox.publish<DispatchEvents>(tx, {
        name: 'day_plan.changed',
        orderingKey: planId,
        payload: { planId, enterpriseId: open.plan.enterpriseId },
      });
    });
  }

  private async get({ plan }: OpenPlan, id: string): Promise<PlanOfferEntity> {
    const offer = await this.offers.find(this.unitOfWork.reads, plan.id, id);
    if (!offer)
      throw new DomainError('PLAN_OFFER_NOT_FOUND', `The plan has no offer ${id}`, { id });
    if (offer.state !== 'open' || offer.baseRevision !== plan.revision) throw overtaken(offer);
    return offer;
  }

  private async decision(scope: AccessScope, state: 'accepted' | 'declined') {
    return {
      state,
      decidedBy: scope.userId,
      decidedByName: await this.book.nameOf(scope),
      decidedAt: this.clock.now(),
    };
  }
}

const overtaken = ({ id, state }: PlanOfferEntity): DomainError =>
  new DomainError('PLAN_OFFER_OVERTAKEN', 'The plan has moved on since the offer was made', {
    id,
    state: state === 'open' ? 'withdrawn' : state,
  });
