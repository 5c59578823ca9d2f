import type { DayPlanQuery, LiveMessage } from '@tongyun/contracts';

/** Whether a live message says that the plan of a day does not know one of its orders as it is now. */
export const isBehind = (
  { enterpriseId, operatingOn }: DayPlanQuery,
  { changes }: LiveMessage,
): boolean =>
  changes.some(
    ({ topic, view }) =>
      topic === 'day_plan' &&
      view.kind === 'behind' &&
      view.enterpriseId === enterpriseId &&
      view.operatingOn === operatingOn,
  );
