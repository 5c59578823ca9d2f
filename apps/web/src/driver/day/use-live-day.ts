import type { WatchCommand } from '@tongyun/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { readAgain } from '../../api/read-again.js';
import { useLive } from '../../live/use-live.js';
import { dayKey } from './use-driver-day.js';

const TRIPS_OF_MINE: WatchCommand = { topics: ['trip'], viewport: null };

/** Asks for the day again as soon as one of the driver's trips has changed. */
export function useLiveDay(driverId: string): void {
  const queries = useQueryClient();
  const askAgain = () => void readAgain(queries, dayKey(driverId));
  useLive('driver', TRIPS_OF_MINE, {
    onMessage: ({ changes }) => {
      if (changes.some(({ topic }) => topic === 'trip')) askAgain();
    },
    onResync: askAgain,
  });
}
