import { queryOptions } from '@tanstack/react-query';
import { getTrack } from '../../api/tracking.js';

const TRACK_MS = 2 * 3_600_000;
const AGAIN_MS = 10_000;

/** Where a vehicle has been in the last two hours; nothing while none is chosen. */
export const trackOf = (vehicleId: string | null) =>
  queryOptions({
    queryKey: ['track', vehicleId],
    enabled: vehicleId !== null,
    refetchInterval: AGAIN_MS,
    queryFn: () => {
      const to = new Date();
      return getTrack(vehicleId ?? '', { from: new Date(to.getTime() - TRACK_MS), to });
    },
  });
