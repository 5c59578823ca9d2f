import type { WatchCommand } from '@tongyun/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { readAgain } from '../../api/read-again.js';
import { useLive } from '../../live/use-live.js';
import { driverAlertsKey } from '../alerts/use-driver-alerts.js';
import { dayKey } from './use-driver-day.js';

const WHAT_IS_MINE: WatchCommand = { topics: ['trip', 'driver_alert'], viewport: null };

/** Asks again as soon as one of the driver's trips or alerts has changed. */
export function useLiveDay(driverId: string): void {
  const queries = useQueryClient();
  const askAgain = () => void readAgain(queries, dayKey(driverId));
  const askAlertsAgain = () => void readAgain(queries, driverAlertsKey(driverId));
  useLive('driver', WHAT_IS_MINE, {
    onMessage: ({ changes }) => {
      if (changes.some(({ topic }) => topic === 'trip')) askAgain();
      if (changes.some(({ topic }) => topic === 'driver_alert')) askAlertsAgain();
    },
    onResync: () => {
      askAgain();
      askAlertsAgain();
    },
  });
}
