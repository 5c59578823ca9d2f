import type { DriverDayView } from '@tongyun/contracts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getDriverDay } from '../../api/deliveries.js';
import { findNewerDay, keepDay, readDay } from './day-snapshot.js';

/** The live connection tells of changes; this is the net under it, gentle on the battery. */
const POLL_MS = 20_000;

export const dayKey = (driverId: string) => ['driver', 'day', driverId] as const;

/** The driver's day: what the phone remembers at once, what the server says as soon as it can. */
export function useDriverDay(driverId: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: dayKey(driverId),
    queryFn: async () =>
      findNewerDay(queries.getQueryData<DriverDayView>(dayKey(driverId)), await getDriverDay()),
    initialData: () => rememberedDay(driverId),
    initialDataUpdatedAt: 0,
    refetchInterval: POLL_MS,
    refetchOnReconnect: true,
    // Whether there is a network shows when it is used; what the browser believes is often wrong.
    networkMode: 'always',
    retry: false,
  });

  const { data } = query;
  useEffect(() => {
    if (data) keepDay(localStorage, data);
  }, [data]);
  return query;
}

/** Takes a day that came with another answer. */
export const takeDay = (queries: QueryClient, day: DriverDayView): void => {
  queries.setQueryData<DriverDayView>(dayKey(day.driverId), (known) => findNewerDay(known, day));
};

function rememberedDay(driverId: string): DriverDayView | undefined {
  const day = readDay(localStorage);
  return day?.driverId === driverId ? day : undefined;
}
