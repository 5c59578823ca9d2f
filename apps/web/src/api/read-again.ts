import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Asks the server again for what is cached under a key. An answer still on its way may be older
 * than what made us ask, so it is waited for and asked after; changes heard meanwhile share one
 * question, and a slow server is never asked so often that no answer arrives.
 */
export async function readAgain(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  const onTheirWay = queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  await Promise.allSettled(onTheirWay.map(({ promise }) => promise));
  await queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
}
