import type { PlanOutcomeView } from '@tongyun/contracts';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { moveInPlan } from '../../api/day-plans.js';
import { readAgain } from '../../api/read-again.js';
import { isOvertaken } from '../commands/use-plan-commands.js';
import { useOpenPlan } from '../plan-desk.js';
import { type Proposal, toMoveRequest } from './proposal.js';

/** What the rules say of a move on the plan as it is shown; asked again when that has changed. */
export function useTrial(proposal: Proposal | null): UseQueryResult<PlanOutcomeView> {
  const queries = useQueryClient();
  const { plan, index } = useOpenPlan();
  return useQuery({
    queryKey: ['trial', plan.id, plan.revision, proposal],
    enabled: proposal !== null,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async () => {
      try {
        return await moveInPlan(plan, toMoveRequest(proposal!, index, true));
      } catch (error) {
        if (isOvertaken(error)) void readAgain(queries, ['day-plan']);
        throw error;
      }
    },
  });
}
