import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { listPlants } from '../../api/fleet.js';
import { allPages } from '../../api/all-pages.js';
import { listLoanRequests } from '../../api/vehicle-loans.js';

/** Other enterprises ask and offer while the page is open. */
const LOOK_AGAIN_MS = 20_000;
const SHOWN = 50;

export const loanRequestsNow = () =>
  queryOptions({
    queryKey: ['loan-requests'],
    queryFn: async () => (await listLoanRequests({ limit: SHOWN })).items,
    refetchInterval: LOOK_AGAIN_MS,
  });

export const ownPlants = () =>
  queryOptions({ queryKey: ['plants'], queryFn: () => allPages(listPlants) });

/** A truck that is lent changes what the day can be planned on. */
export function useAfterLoanChange(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['loan-requests', 'day-plan'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
}
