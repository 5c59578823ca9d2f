import type { JointSupplyView } from '@tongyun/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJointSupply } from '../api/joint-supply.js';

/** Partners' trucks are not pushed to pages; they are asked for while they are looked at. */
export const HALF_A_MINUTE = 30_000;

export const jointSupplyOf = (orderId: string) =>
  queryOptions({
    queryKey: ['joint-supply', orderId],
    queryFn: () => getJointSupply(orderId),
    refetchInterval: HALF_A_MINUTE,
  });

/** Whether the asker leads the pour and another enterprise brings a share of it. */
export const isLedTogether = (supply: JointSupplyView | undefined, enterpriseId: string): boolean =>
  supply?.side === 'lead' &&
  supply.shares.some(
    ({ state, partnerEnterpriseId }) =>
      state === 'accepted' && partnerEnterpriseId !== enterpriseId,
  );
