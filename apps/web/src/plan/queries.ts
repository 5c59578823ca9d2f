import type { DayPlanQuery, DayPlanView, DurationKind, PlanReviewQuery } from '@tongyun/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ApiRefusal } from '../api/api-refusal.js';
import {
  getCapacity,
  getDayPlan,
  getWhyTruck,
  listCallIns,
  listWaysOut,
  type SeenPlan,
} from '../api/day-plans.js';
import { dayPlanKey } from '../planning/planning-query.js';
import { getPlanReview, listDurations, listLearnings } from '../api/durations.js';

/** Trucks begin and finish while the page is open, and a colleague may change the plan. */
const LOOK_AGAIN_MS = 20_000;

/** The plan of a day; null while nobody has planned it. */
export const planOf = (day: DayPlanQuery) =>
  queryOptions({
    queryKey: dayPlanKey(day),
    queryFn: async (): Promise<DayPlanView | null> => {
      try {
        return await getDayPlan(day);
      } catch (error) {
        if (error instanceof ApiRefusal && error.refusal.code === 'DAY_PLAN_NOT_FOUND') return null;
        throw error;
      }
    },
    refetchInterval: LOOK_AGAIN_MS,
  });

export const callInsOf = ({ id, revision }: SeenPlan) =>
  queryOptions({
    queryKey: ['call-ins', id, revision],
    queryFn: () => listCallIns(id),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const capacityOf = ({ id, revision }: SeenPlan) =>
  queryOptions({ queryKey: ['capacity', id, revision], queryFn: () => getCapacity(id) });

/** How an order that a revision leaves out could be served. */
export const waysOutOf = ({ id, revision }: SeenPlan, orderId: string) =>
  queryOptions({
    queryKey: ['ways-out', id, revision, orderId],
    queryFn: () => listWaysOut(id, orderId),
    staleTime: LOOK_AGAIN_MS,
  });

/** Why a load of a revision is on its truck. */
export const whyTruckOf = ({ id, revision }: SeenPlan, loadId: string) =>
  queryOptions({
    queryKey: ['why-truck', id, revision, loadId],
    queryFn: () => getWhyTruck(id, loadId),
    staleTime: LOOK_AGAIN_MS,
  });

export const durationsOf = (enterpriseId: string, kind: DurationKind) =>
  queryOptions({
    queryKey: ['durations', enterpriseId, kind],
    queryFn: () => listDurations(enterpriseId, kind),
  });

export const learningsOf = (enterpriseId: string) =>
  queryOptions({
    queryKey: ['duration-learnings', enterpriseId],
    queryFn: () => listLearnings(enterpriseId),
  });

export const planReviewOf = (query: PlanReviewQuery) =>
  queryOptions({
    queryKey: ['plan-review', query.enterpriseId, query.from, query.to, query.by],
    queryFn: () => getPlanReview(query),
  });
