import type { DayPlanView, PlanEventRequest, PlanOutcomeView } from '@tongyun/contracts';
import type { SeenPlan } from '../../api/day-plans.js';

/** Something done to the plan, so that it can be done again on a newer one. */
export interface PlanCommand {
  readonly name:
    'plan' | 'joint' | 'move' | 'pin' | 'freeze' | 'undo' | 'event' | 'catch_up' | 'accept_offer';
  /** What happened, for the reasons of what was moved. */
  readonly event: PlanEventRequest | null;
  /** @param seen the plan as it is shown; null before there is one */
  readonly run: (seen: SeenPlan | null) => Promise<PlanOutcomeView>;
}

/** What a command came to. */
export interface PlanChange {
  readonly command: Pick<PlanCommand, 'name' | 'event'>;
  /** Null: it was the first plan of the day. */
  readonly before: DayPlanView | null;
  readonly outcome: PlanOutcomeView;
}

/** A command that changes a plan there is. */
export const changing = (
  name: PlanCommand['name'],
  change: (seen: SeenPlan) => Promise<PlanOutcomeView>,
  event: PlanEventRequest | null = null,
): PlanCommand => ({
  name,
  event,
  run: (seen) => {
    if (seen === null) throw new Error('There is no plan to change');
    return change(seen);
  },
});
