import { queryOptions } from '@tanstack/react-query';
import { getPlanOffer } from '../../api/day-plans.js';

/** The better plan that waits for a decision; null: none. Live news say when to look again. */
export const offerOf = (planId: string) =>
  queryOptions({
    queryKey: ['plan-offer', planId],
    queryFn: async () => (await getPlanOffer(planId)).offer,
  });
