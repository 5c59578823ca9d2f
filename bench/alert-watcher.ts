import {
  type AlertView,
  type LiveMessage,
  type LiveNamespace,
  sessionView,
} from '@tongyun/contracts';
import { connectLive, type LiveSocket } from '../test/support/live-client.js';

/** The city, as a screen that shows all of it asks for. */
const WHOLE_CITY = { west: 119.8, south: 30, east: 120.7, north: 30.6 };

export interface Screen {
  readonly baseUrl: string;
  readonly namespace: LiveNamespace;
  readonly username: string;
  readonly password: string;
}

/** A screen that watches alerts and the map, and notes when it first heard of which. */
export class AlertWatcher {
  /** By code and vehicle. */
  private readonly firstSeenMs = new Map<string, number>();
  private readonly alertIds = new Map<string, Set<string>>();

  private constructor(private readonly socket: LiveSocket) {
    socket.on('live.changed', (message) => this.note(message));
  }

  static async open({ baseUrl, namespace, username, password }: Screen): Promise<AlertWatcher> {
    const response = await fetch(`${baseUrl}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password, keep: 'body' }),
    });
    const { accessToken } = sessionView.parse(await response.json());
    const socket = await connectLive(baseUrl, namespace, accessToken);
    if ('code' in socket) throw new Error(`${namespace}: ${socket.code}`);
    const watcher = new AlertWatcher(socket);
    const topics = ['alert' as const, 'vehicle' as const];
    const answer = await socket.emitWithAck('watch', { topics, viewport: WHOLE_CITY });
    if (!answer.ok) throw new Error(`${namespace}: ${answer.refusal.code}`);
    return watcher;
  }

  /** Alerts of a code beyond the first of each vehicle. */
  duplicatesOf(code: AlertView['code']): number {
    return [...this.alertIds]
      .filter(([key]) => key.startsWith(`${code} `))
      .reduce((sum, [, { size }]) => sum + size - 1, 0);
  }

  /** `performance.now()` at the first alert of this code and vehicle. */
  sawAt(alert: Pick<AlertView, 'code' | 'vehicleId'>): number | undefined {
    return this.firstSeenMs.get(keyOf(alert));
  }

  close(): void {
    this.socket.close();
  }

  private note({ changes }: LiveMessage): void {
    const nowMs = performance.now();
    for (const { topic, view } of changes) {
      if (topic !== 'alert') continue;
      const key = keyOf(view);
      if (!this.firstSeenMs.has(key)) this.firstSeenMs.set(key, nowMs);
      this.alertIds.set(key, (this.alertIds.get(key) ?? new Set()).add(view.id));
    }
  }
}

const keyOf = ({ code, vehicleId }: Pick<AlertView, 'code' | 'vehicleId'>): string =>
  `${code} ${vehicleId}`;
