import type { DayPlanView } from '@tongyun/contracts';
import { spanAround } from './time-scale.js';

/** Whole hours around everything that a plan does or is asked for. */
export const spanOfPlan = (plan: DayPlanView) =>
  spanAround(
    [
      ...plan.loads.flatMap(({ loadFromAt, backAt }) => [loadFromAt, backAt]),
      ...plan.pumpJobs.flatMap(({ departAt, leaveAt }) => [departAt, leaveAt]),
      ...plan.orders.map(({ firstOnSiteAt }) => firstOnSiteAt),
    ],
    [plan.fromAt, plan.toAt],
  );
