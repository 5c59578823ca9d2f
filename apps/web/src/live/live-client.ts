import type {
  LiveCommands,
  LiveEvents,
  LiveMessage,
  LiveNamespace,
  Refusal,
  WatchCommand,
} from '@tongyun/contracts';
import { io, type Socket } from 'socket.io-client';
import { session } from '../api/session.js';
import { followsWithoutGap } from './message-order.js';

export interface LiveConnection {
  readonly state: 'connecting' | 'live' | 'lost' | 'refused';
  /** Server time at which what was last heard was true, ISO; null before the first answer. */
  readonly since: string | null;
  /** Why the server will not send; null while it does. */
  readonly refusal: Refusal | null;
}

export const NOT_CONNECTED: LiveConnection = { state: 'connecting', since: null, refusal: null };

export interface LiveHandlers {
  onMessage(message: LiveMessage): void;
  /** Something may have been missed: fetch the whole picture. Also called at the first answer. */
  onResync(): void;
  onConnection(connection: LiveConnection): void;
}

const ACKNOWLEDGE_WITHIN_MS = 10_000;
const RETRY_MS = 2_000;

/** Follows one audience's namespace: reconnects, watches again, and notices what it missed. */
export class LiveClient {
  private readonly socket: Socket<LiveEvents, LiveCommands>;
  private connection = NOT_CONNECTED;
  private watched: WatchCommand | null = null;
  private lastNumber: number | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    namespace: LiveNamespace,
    private readonly handlers: LiveHandlers,
  ) {
    this.socket = io(`/${namespace}`, {
      autoConnect: false,
      transports: ['websocket', 'polling'],
      reconnectionDelayMax: 5_000,
      auth: (give) => {
        session.accessToken().then(
          (token) => give({ token }),
          () => give({}),
        );
      },
    });
    this.socket.on('connect', () => void this.askToWatch());
    this.socket.on('disconnect', () => this.lose());
    this.socket.on('session.ended', () => void session.resume());
    this.socket.on('connect_error', () => {
      // Refused, not unreachable: the token is not taken any more.
      if (!this.socket.active) void session.resume();
      this.lose();
    });
    this.socket.on('live.changed', (message, heard) => {
      this.hear(message);
      heard?.();
    });
  }

  /** What to follow from now on; replaces what was watched before. */
  watch(command: WatchCommand): void {
    this.watched = command;
    if (this.socket.connected) void this.askToWatch();
    else this.socket.connect();
  }

  close(): void {
    this.watched = null;
    clearTimeout(this.retry);
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private async askToWatch(): Promise<void> {
    const command = this.watched;
    if (command === null) return;
    this.lastNumber = null;
    try {
      const answer = await this.socket.timeout(ACKNOWLEDGE_WITHIN_MS).emitWithAck('watch', command);
      if (!answer.ok) {
        this.become({ state: 'refused', refusal: answer.refusal });
        return;
      }
      this.become({ state: 'live', since: answer.since, refusal: null });
      this.handlers.onResync();
    } catch {
      // No acknowledgement: let the connection start over.
      this.socket.disconnect().connect();
    }
  }

  private hear(message: LiveMessage): void {
    const isWhole = followsWithoutGap(this.lastNumber, message.number);
    this.lastNumber = message.number;
    this.become({ state: 'live', since: message.at });
    this.handlers.onMessage(message);
    if (!isWhole) this.handlers.onResync();
  }

  private lose(): void {
    this.become({ state: 'lost' });
    // socket.io gives up by itself where the server said no: a token may just have ended.
    if (this.socket.active || this.retry !== undefined) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      if (this.watched !== null) this.socket.connect();
    }, RETRY_MS);
  }

  private become(change: Partial<LiveConnection>): void {
    this.connection = { ...this.connection, ...change };
    this.handlers.onConnection(this.connection);
  }
}
