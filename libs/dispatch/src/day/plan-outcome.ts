import type { OpenPlan } from './day-plan-book.service.js';
import type { DayFacts } from './rules/day-facts.js';
import type { PlanContent } from './rules/plan-content.js';

export interface PlanFault {
  readonly code: string;
  readonly orderId: string;
  readonly detail: string;
}

/** What a command on a plan came to. */
export interface PlanOutcome {
  readonly isDone: boolean;
  readonly faults: readonly PlanFault[];
  readonly before: PlanContent;
  readonly after: OpenPlan;
  readonly facts: DayFacts;
}
