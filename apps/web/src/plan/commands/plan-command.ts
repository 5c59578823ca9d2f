import type { DayPlanView, PlanEventRequest, PlanOutcomeView } from '@tongyun/contracts';
import type { SeenPlan } from '../../api/day-plans.js';

/** Something done to the plan, so that it can be done again on a newer one. */
export interface PlanCommand {
  readonly name: 'plan' | 'move' | 'pin' | 'freeze' | 'undo' | 'event';
  /** What happened, for the reasons of what was moved. */
  readonly event: PlanEventRequest | null;
  /** @param seen the plan as it is shown; null before there is one */
  readonly run: (seen: SeenPlan | null) => Promise<PlanOutcomeView>;
}

/** What the last command came to. */
export interface PlanChange {
  readonly command: Pick<PlanCommand, 'name' | 'event'>;
  /** Null: it was the first plan of the day. */
  readonly before: DayPlanView | null;
  readonly outcome: PlanOutcomeView;
}
