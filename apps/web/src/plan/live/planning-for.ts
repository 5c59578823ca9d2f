import type { DayPlanQuery, LiveMessage, PlanningView } from '@tongyun/contracts';

/** How far the search for a day's plan is by a live message; null: it says nothing of it. */
export function planningFor(
  { enterpriseId, operatingOn }: DayPlanQuery,
  { changes }: LiveMessage,
): PlanningView | null {
  const heard = changes.flatMap((change) =>
    change.topic === 'day_plan' && change.view.kind === 'planning' ? [change.view] : [],
  );
  return (
    heard.findLast((it) => it.enterpriseId === enterpriseId && it.operatingOn === operatingOn) ??
    null
  );
}
