import type { OrderCallRequest } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { takeCallInBulk } from '../../api/deliveries.js';
import { readAgain } from '../../api/read-again.js';
import { usePlanDesk } from '../plan-desk.js';

export interface CallToTake {
  readonly orderIds: readonly string[];
  readonly request: OrderCallRequest;
}

/** Takes a call for one order or many; the plan knows nothing of it until it is made anew. */
export function useTakeCalls() {
  const queries = useQueryClient();
  const { act } = usePlanDesk();
  return useMutation({
    mutationFn: async ({ orderIds, request }: CallToTake) => {
      const { items } = await takeCallInBulk({ ...request, orders: { ids: [...orderIds] } });
      return {
        done: items.filter(({ code }) => code === null).length,
        refused: items.flatMap(({ orderId, code }) => (code === null ? [] : [{ orderId, code }])),
      };
    },
    onSuccess: ({ done }) => {
      if (done > 0) act({ do: 'orders_changed' });
      void readAgain(queries, ['day-plan']);
    },
  });
}
