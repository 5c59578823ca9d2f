import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.js';
import { listJointPlants, listJointShares, listJointShareSteps } from '../../api/joint-supply.js';
import { HALF_A_MINUTE } from '../../planning/joint-supply-query.js';

export const jointPlantsFor = (orderId: string) =>
  queryOptions({
    queryKey: ['joint-plants', orderId],
    queryFn: async () => (await listJointPlants(orderId)).items,
    staleTime: 0,
  });

export const openJointOffers = () =>
  queryOptions({
    queryKey: ['joint-shares', 'offered'],
    queryFn: () => allPages((page) => listJointShares({ ...page, state: 'offered' })),
    refetchInterval: HALF_A_MINUTE,
  });

export const jointStepsOf = (shareId: string) =>
  queryOptions({
    queryKey: ['joint-steps', shareId],
    queryFn: async () => (await listJointShareSteps(shareId)).items,
    staleTime: 0,
  });

/** A share that changes changes the orders of both, their plans and the queue. */
export function useAfterJointChange(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['joint-supply', 'joint-shares', 'joint-plants', 'joint-steps', 'order', 'orders'].map(
        (key) => queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
}
