import type { OrderCallRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { takeCallInBulk } from '../../api/deliveries.js';
import { readAgain } from '../../api/read-again.js';

export interface CallToTake {
  readonly orderIds: readonly string[];
  readonly request: OrderCallRequest;
}

/** Takes a call for one order or many; the server mends the plan after it, and news of that come live. */
export function useTakeCalls() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ orderIds, request }: CallToTake) => {
      const { items } = await takeCallInBulk({ ...request, orders: { ids: [...orderIds] } });
      return {
        done: items.filter(({ code }) => code === null).length,
        refused: items.flatMap(({ orderId, code }) => (code === null ? [] : [{ orderId, code }])),
      };
    },
    onSuccess: () => readAgain(queries, ['day-plan']),
  });
}
