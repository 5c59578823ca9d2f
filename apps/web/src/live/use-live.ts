import type { LiveMessage, LiveNamespace, WatchCommand } from '@tongyun/contracts';
import { useEffect, useRef, useState } from 'react';
import { LiveClient, type LiveConnection, NOT_CONNECTED } from './live-client.js';

export interface LiveListener {
  onMessage(message: LiveMessage): void;
  onResync(): void;
}

/** Follows a namespace while the component is there; `command` must be a constant or memoised. */
export function useLive(
  namespace: LiveNamespace,
  command: WatchCommand,
  listener: LiveListener,
): LiveConnection {
  const [connection, setConnection] = useState(NOT_CONNECTED);
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => {
    const client = new LiveClient(namespace, {
      onMessage: (message) => newest.current.onMessage(message),
      onResync: () => newest.current.onResync(),
      onConnection: setConnection,
    });
    client.watch(command);
    return () => client.close();
  }, [namespace, command]);
  return connection;
}
