import type { LiveMessage, LiveTopic, OrderView, WatchCommand } from '@tongyun/contracts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readAgain } from '../api/read-again.js';
import { takeRow } from '../api/take-row.js';
import { getLiveMap } from '../api/tracking.js';
import { useSession } from '../api/use-session.js';
import type { LiveConnection } from '../live/live-client.js';
import type { LiveVehicles } from '../live/live-vehicles.js';
import { useLive } from '../live/use-live.js';
import { planningOf } from '../planning/planning-query.js';
import { alertsNow, ordersOf, orderWith } from './queries.js';

/** Every vehicle is followed, not only those on screen: the list says the same as the map. */
const WHOLE_REGION = { west: 116, south: 27, east: 124, north: 33 };

const READ_BY: Readonly<Partial<Record<LiveTopic, string>>> = {
  alert: 'alerts.read',
  day_plan: 'dispatch.read_plan',
  order: 'orders.read',
  trip: 'trips.read',
  vehicle: 'map.read',
};

function useWatchCommand(): WatchCommand {
  const state = useSession();
  const permissions = state.status === 'signed_in' ? state.user.permissions.join(' ') : '';
  return useMemo(() => {
    const held = new Set(permissions.split(' '));
    const topics = (Object.keys(READ_BY) as LiveTopic[]).filter((topic) =>
      held.has(READ_BY[topic] ?? ''),
    );
    return { topics, viewport: WHOLE_REGION };
  }, [permissions]);
}

function takeOrder(queries: QueryClient, order: OrderView): void {
  takeRow(queries, ordersOf(order.operatingOn).queryKey, order);
  void readAgain(queries, orderWith(order.id).queryKey);
}

/** Keeps the desk's lists and vehicles as the server says they are. */
export function useDeskLive(vehicles: LiveVehicles): LiveConnection {
  const queries = useQueryClient();
  const onMessage = (message: LiveMessage) => {
    vehicles.hear(message);
    for (const { topic, view } of message.changes) {
      if (topic === 'order') takeOrder(queries, view);
      else if (topic === 'alert') takeRow(queries, alertsNow().queryKey, view);
      else if (topic === 'trip') {
        void readAgain(queries, orderWith(view.orderId).queryKey);
      } else if (topic === 'day_plan' && view.kind === 'planning') {
        queries.setQueryData(planningOf(view).queryKey, view);
      }
    }
  };
  const onResync = () => {
    void getLiveMap().then(
      (snapshot) => vehicles.replace(snapshot),
      () => undefined,
    );
    for (const queryKey of [['orders'], ['order'], ['alerts'], ['planning']]) {
      void readAgain(queries, queryKey);
    }
  };
  return useLive('dispatcher', useWatchCommand(), { onMessage, onResync });
}
