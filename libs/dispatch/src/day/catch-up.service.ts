import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import type { PlanOutcome } from './plan-outcome.js';
import type { DayFacts } from './rules/day-facts.js';
import { fewerPumpsNote } from './rules/fewer-pumps.js';
import { driverToldOf } from './rules/drivers-in-notes.js';
import { findOrderChanges } from './rules/find-order-changes.js';
import type { ContentEvent, PlanContent } from './rules/plan-content.js';
import { findStayingPumps } from './rules/staying-pumps.js';

/** People wait for the answer. */
const SEARCH_SEC = 0.4;

/** What else a plan has to be mended around, by what is known at that moment. */
export type Learn = (facts: DayFacts, content: PlanContent) => readonly ContentEvent[];

const learnNothing: Learn = () => [];

/** Mends a plan around what became of its orders and pumps since it was made, and what else was learnt. */
@Injectable()
export class CatchUpService {
  constructor(
    private readonly book: DayPlanBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param reason who called and said so; empty when nobody did
   * @param learn nothing else, unless told otherwise
   * @returns the plan as it is now; null when there was nothing to catch up with
   */
  async catchUp(
    scope: AccessScope,
    planId: string,
    reason: string,
    learn = learnNothing,
  ): Promise<OpenPlan | null> {
    const open = await this.book.open(scope, planId, null);
    if (open.content.wants === undefined) return null;
    return this.mend(scope, open, await this.book.factsOf(scope, open.plan), reason, learn);
  }

  /**
   * The same for somebody who looks at the plan.
   *
   * @returns with `isDone` false where the plan knew all of it
   */
  async takeIn(
    scope: AccessScope,
    planId: string,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const open = await this.book.open(scope, planId, ifMatch);
    const facts = await this.book.factsOf(scope, open.plan);
    const after = await this.mend(scope, open, facts, '', learnNothing);
    const before = open.content;
    return { isDone: after !== null, faults: [], before, after: after ?? open, facts };
  }

  private async mend(
    scope: AccessScope,
    open: OpenPlan,
    facts: DayFacts,
    reason: string,
    learn: Learn,
  ): Promise<OpenPlan | null> {
    const { wants, events } = open.content;
    if (wants === undefined) return null;
    const said = { at: this.clock.now().toISOString(), reason };
    const changes = [
      ...findOrderChanges(wants, facts, said),
      ...findStayingPumps(facts, open.content),
      ...learn(facts, open.content),
    ];
    if (changes.length === 0) return null;
    const travel = await this.book.travelOf(facts);
    const earlier = { content: open.content, isMended: true };
    const all = [...events, ...changes];
    const content = await this.book.solve(facts, travel, earlier, all, { searchSec: SEARCH_SEC });
    return this.book.keep(scope, open, content, {
      kind: 'event',
      note: [noteOf(changes, facts), ...fewerPumpsNote(open.content, content)].join('\n'),
      beside: facts.beside.plans,
    });
  }
}

/** One line for each change, as for any other event; of an order that nobody called for, its site. */
const noteOf = (changes: readonly ContentEvent[], { orders }: Pick<DayFacts, 'orders'>): string =>
  changes
    .map((change) => {
      const amount = 'to' in change ? `${change.from} → ${change.to} ` : '';
      const isNew = change.kind === 'order_added' && change.reason === '';
      const site = isNew ? orders.find(({ id }) => id === change.orderId)?.siteName : undefined;
      const codes = 'codes' in change ? ` ${change.codes.join(' ')}` : '';
      const said = site ?? driverToldOf(change) ?? change.reason;
      return `${change.kind}: ${amount}${said}${codes}`.trim();
    })
    .join('\n');
