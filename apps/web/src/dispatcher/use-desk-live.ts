import type {
  AlertView,
  LiveMessage,
  LiveTopic,
  OrderView,
  WatchCommand,
} from '@tongyun/contracts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getLiveMap } from '../api/tracking.js';
import { useSession } from '../api/use-session.js';
import type { LiveConnection } from '../live/live-client.js';
import type { LiveVehicles } from '../live/live-vehicles.js';
import { useLive } from '../live/use-live.js';
import { alertsNow, ordersOf, orderWith } from './queries.js';

/** Every vehicle is followed, not only those on screen: the list says the same as the map. */
const WHOLE_REGION = { west: 116, south: 27, east: 124, north: 33 };

const READ_BY: Readonly<Partial<Record<LiveTopic, string>>> = {
  alert: 'alerts.read',
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

/** Replaces a row of a list that is cached, or puts it first. */
const upsert = <Row extends { readonly id: string }>(rows: readonly Row[], row: Row): Row[] =>
  rows.some(({ id }) => id === row.id)
    ? rows.map((known) => (known.id === row.id ? row : known))
    : [row, ...rows];

function takeOrder(queries: QueryClient, order: OrderView): void {
  const { queryKey } = ordersOf(order.operatingOn);
  queries.setQueryData(queryKey, (rows) => rows && upsert(rows, order));
  void queries.invalidateQueries({ queryKey: orderWith(order.id).queryKey });
}

function takeAlert(
  queries: QueryClient,
  alert: AlertView,
  onNew: (alert: AlertView) => void,
): void {
  const { queryKey } = alertsNow();
  const known = queries.getQueryData(queryKey);
  const isNew = known !== undefined && !known.some(({ id }) => id === alert.id);
  queries.setQueryData(queryKey, (rows) => rows && upsert(rows, alert));
  if (isNew && alert.state === 'open') onNew(alert);
}

/** Keeps the desk's lists and vehicles as the server says they are. */
export function useDeskLive(
  vehicles: LiveVehicles,
  onNewAlert: (alert: AlertView) => void,
): LiveConnection {
  const queries = useQueryClient();
  const onMessage = (message: LiveMessage) => {
    vehicles.hear(message);
    for (const { topic, view } of message.changes) {
      if (topic === 'order') takeOrder(queries, view);
      else if (topic === 'alert') takeAlert(queries, view, onNewAlert);
      else if (topic === 'trip') {
        void queries.invalidateQueries({ queryKey: orderWith(view.orderId).queryKey });
      }
    }
  };
  const onResync = () => {
    void getLiveMap().then(
      (snapshot) => vehicles.replace(snapshot),
      () => undefined,
    );
    for (const queryKey of [['orders'], ['order'], ['alerts']]) {
      void queries.invalidateQueries({ queryKey });
    }
  };
  return useLive('dispatcher', useWatchCommand(), { onMessage, onResync });
}
