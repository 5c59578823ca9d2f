import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** After vehicles were given or taken, what depends on them is asked again. */
export function useAfterAssigning(orderId: string): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      [['order', orderId], ['orders'], ['candidates']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  }, [queries, orderId]);
}
