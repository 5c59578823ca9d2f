import type { DayPlanQuery, PlanningView } from '@tongyun/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getPlanningOfDay } from '../../api/day-plans.js';

/** The live topic tells it sooner; this is for when it is not heard. */
const LOOK_AGAIN_MS = 2_000;

export const isUnderWay = (planning: PlanningView | null | undefined): boolean =>
  planning?.state === 'searching' || planning?.state === 'keeping';

/** The search for a day's plan, while there is one or there was lately. */
export const planningOf = (day: DayPlanQuery) =>
  queryOptions({
    queryKey: ['planning', day.enterpriseId, day.operatingOn],
    queryFn: async (): Promise<PlanningView | null> => (await getPlanningOfDay(day)).planning,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  });
