import type { DayPlanQuery, PlanningView } from '@tongyun/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getPlanningOfDay } from '../api/day-plans.js';

/** The live topic tells it sooner; this is for when it is not heard. */
const LOOK_AGAIN_MS = 2_000;

/** Under it lies what is known of the plan of a day. */
export const dayPlanKey = ({ enterpriseId, operatingOn }: DayPlanQuery) =>
  ['day-plan', enterpriseId, operatingOn] as const;

export const isUnderWay = (planning: PlanningView | null | undefined): boolean =>
  planning?.state === 'searching' || planning?.state === 'keeping';

/** The search for a day's plan, or for a joint pour of it, while there is one or there was lately. */
export const planningOf = ({ enterpriseId, operatingOn }: DayPlanQuery) =>
  queryOptions({
    queryKey: ['planning', enterpriseId, operatingOn],
    queryFn: async (): Promise<PlanningView | null> =>
      (await getPlanningOfDay({ enterpriseId, operatingOn })).planning,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  });
