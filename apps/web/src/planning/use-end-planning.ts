import type { DayPlanQuery } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endPlanning } from '../api/day-plans.js';
import { readAgain } from '../api/read-again.js';
import { dayPlanKey, planningOf } from './planning-query.js';

/** Ends a search: with its best plan so far, or with nothing. */
export function useEndPlanning(day: DayPlanQuery) {
  const queries = useQueryClient();
  const { queryKey } = planningOf(day);
  return useMutation({
    mutationFn: ({ id, how }: { readonly id: string; readonly how: 'take-best' | 'cancel' }) =>
      endPlanning(id, how),
    onSuccess: async (ended) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, ended);
      await readAgain(queries, dayPlanKey(day));
    },
    onError: () => void readAgain(queries, queryKey),
  });
}
