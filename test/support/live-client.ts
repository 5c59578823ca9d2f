import type {
  Acknowledgement,
  LiveChange,
  LiveCommands,
  LiveEvents,
  LiveNamespace,
  Refusal,
  WatchCommand,
} from '@tongyun/contracts';
import { io, type Socket } from 'socket.io-client';

export type LiveSocket = Socket<LiveEvents, LiveCommands>;

/** A connected socket, or the refusal that the door gave. */
export function connectLive(
  url: string,
  namespace: LiveNamespace,
  token: string | undefined,
): Promise<LiveSocket | Refusal> {
  const socket: LiveSocket = io(`${url}/${namespace}`, {
    auth: token === undefined ? {} : { token },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (error) => {
      socket.close();
      resolve((error as Error & { data: Refusal }).data);
    });
  });
}

/** Connects, watches, reads the acknowledgement and leaves. */
export async function watch(
  url: string,
  namespace: LiveNamespace,
  token: string | undefined,
  command: WatchCommand,
): Promise<Acknowledgement<{ since: string }>> {
  const socket = await connectLive(url, namespace, token);
  if ('code' in socket) return { ok: false, refusal: socket };
  try {
    return await socket.timeout(5_000).emitWithAck('watch', command);
  } finally {
    socket.close();
  }
}

/** Somebody at a screen, and every change that reached it. */
export interface Watcher {
  readonly changes: readonly LiveChange[];
  close(): void;
}

/**
 * Connects, watches and stays; fails when the door refuses.
 *
 * @param says whether it says what it has heard, as a page does
 */
export async function keepWatching(
  url: string,
  namespace: LiveNamespace,
  token: string | undefined,
  command: WatchCommand,
  says = true,
): Promise<Watcher> {
  const socket = await connectLive(url, namespace, token);
  if ('code' in socket) throw new Error(`refused: ${socket.code}`);
  const changes: LiveChange[] = [];
  socket.on('live.changed', (message, heard) => {
    changes.push(...message.changes);
    if (says) heard?.();
  });
  const answer = await socket.timeout(5_000).emitWithAck('watch', command);
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  return { changes, close: () => socket.close() };
}
