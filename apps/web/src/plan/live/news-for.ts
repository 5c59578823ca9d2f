import type { DayPlanNews, DayPlanQuery, LiveMessage } from '@tongyun/contracts';

/** The news of a live message that concern the plan of a day; the newest alone. */
export function newsFor(
  { enterpriseId, operatingOn }: DayPlanQuery,
  { changes }: LiveMessage,
): DayPlanNews | null {
  const news = changes.flatMap((change) =>
    change.topic === 'day_plan' && change.view.kind !== 'planning' && change.view.kind !== 'behind'
      ? [change.view]
      : [],
  );
  return (
    news.findLast((it) => it.enterpriseId === enterpriseId && it.operatingOn === operatingOn) ??
    null
  );
}
