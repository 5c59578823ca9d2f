import { queryOptions } from '@tanstack/react-query';
import { getPresence } from '../../api/tracking.js';

const AGAIN_MS = 10_000;

/** What a vehicle is in, and for how long; nothing while none is chosen. */
export const presenceOf = (vehicleId: string | null) =>
  queryOptions({
    queryKey: ['presence', vehicleId],
    enabled: vehicleId !== null,
    refetchInterval: AGAIN_MS,
    queryFn: () => getPresence(vehicleId ?? ''),
  });
