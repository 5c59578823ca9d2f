import type { DayPlanNews, DayPlanQuery, DayPlanView, WatchCommand } from '@tongyun/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readAgain } from '../../api/read-again.js';
import type { LiveConnection } from '../../live/live-client.js';
import { useLive } from '../../live/use-live.js';
import { offerOf } from '../offer/offer-query.js';
import { planOf } from '../queries.js';
import { planningOf } from '../../planning/planning-query.js';
import { isBehind } from './is-behind.js';
import { newsFor } from './news-for.js';
import { planningFor } from './planning-for.js';

const PLANS: WatchCommand = { topics: ['day_plan'], viewport: null };

export interface LivePlan {
  readonly connection: LiveConnection;
  /** What somebody else did to the plan that is shown; null: nothing that was not seen. */
  readonly news: DayPlanNews | null;
  readonly dismiss: () => void;
}

/** Follows the plan of a day: it is asked for again as soon as anybody has changed it. */
export function useLivePlan(
  day: DayPlanQuery,
  plan: DayPlanView | null | undefined,
  userId: string,
): LivePlan {
  const queries = useQueryClient();
  const [news, setNews] = useState<DayPlanNews | null>(null);
  const { queryKey } = planOf(day);
  const connection = useLive('dispatcher', PLANS, {
    onMessage: (message) => {
      const planning = planningFor(day, message);
      if (planning !== null) queries.setQueryData(planningOf(day).queryKey, planning);
      if (isBehind(day, message)) void readAgain(queries, queryKey);
      const heard = newsFor(day, message);
      if (heard === null) return;
      void readAgain(queries, offerOf(heard.planId).queryKey);
      if (heard.revision <= (plan?.revision ?? 0)) return;
      if (heard.byUser !== userId) setNews(heard);
      void readAgain(queries, queryKey);
    },
    onResync: () => {
      void readAgain(queries, queryKey);
      void readAgain(queries, planningOf(day).queryKey);
      if (plan) void readAgain(queries, offerOf(plan.id).queryKey);
    },
  });
  const isOfThisDay =
    news?.enterpriseId === day.enterpriseId && news.operatingOn === day.operatingOn;
  return { connection, news: isOfThisDay ? news : null, dismiss: () => setNews(null) };
}
