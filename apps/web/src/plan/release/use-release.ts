import { useMutation, useQueryClient } from '@tanstack/react-query';
import { releasePlan } from '../../api/day-plans.js';
import { readAgain } from '../../api/read-again.js';
import { usePlanDesk } from '../plan-desk.js';
import { planOf } from '../queries.js';

/** Tells drivers and pump operators what the plan has for them. */
export function useRelease() {
  const queries = useQueryClient();
  const { enterpriseId, state } = usePlanDesk();
  const { queryKey } = planOf({ enterpriseId, operatingOn: state.day });
  return useMutation({
    mutationFn: releasePlan,
    onSuccess: async ({ plan }) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, plan);
    },
    // It was refused for what is not shown: another's change, or an order that the plan is to take in first.
    onError: () => readAgain(queries, queryKey),
  });
}
