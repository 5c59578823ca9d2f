import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import type { DayFacts } from './rules/day-facts.js';
import { fewerPumpsNote } from './rules/fewer-pumps.js';
import { findOrderChanges } from './rules/find-order-changes.js';
import type { ContentEvent, PlanContent } from './rules/plan-content.js';

/** People wait for the answer. */
const SEARCH_SEC = 0.4;

/** What else a plan has to be mended around, by what is known at that moment. */
export type Learn = (facts: DayFacts, content: PlanContent) => readonly ContentEvent[];

const learnNothing: Learn = () => [];

/** Mends a plan around what became of its orders since it was made, and what else was learnt. */
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
    const { wants, events } = open.content;
    if (wants === undefined) return null;
    const facts = await this.book.factsOf(scope, open.plan);
    const said = { at: this.clock.now().toISOString(), reason };
    const changes = [...findOrderChanges(wants, facts, said), ...learn(facts, open.content)];
    if (changes.length === 0) return null;
    const travel = await this.book.travelOf(facts);
    const earlier = { content: open.content, isMended: true };
    const all = [...events, ...changes];
    const content = await this.book.solve(facts, travel, earlier, all, { searchSec: SEARCH_SEC });
    return this.book.keep(scope, open, content, {
      kind: 'event',
      note: [noteOf(changes), ...fewerPumpsNote(open.content, content)].join('\n'),
      beside: facts.beside.plans,
    });
  }
}

/** One line for each change, as for any other event. */
const noteOf = (changes: readonly ContentEvent[]): string =>
  changes
    .map((change) => {
      const amount = 'to' in change ? `${change.from} → ${change.to} ` : '';
      const codes = 'codes' in change ? ` ${change.codes.join(' ')}` : '';
      return `${change.kind}: ${amount}${change.reason}${codes}`.trim();
    })
    .join('\n');
