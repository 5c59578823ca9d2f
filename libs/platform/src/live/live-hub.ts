import {
  type LiveChange,
  type LiveMessage,
  type LiveTopic,
  type LiveTopics,
  type PackedPosition,
  packPositions,
  type Viewport,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type EnterpriseId } from '@tongyun/kernel';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';

/** Whose rows a change tells of; empty: the authorities' only. */
export type Audience = readonly EnterpriseId[];

export interface LiveSubscription {
  readonly scope: AccessScope;
  readonly topics: ReadonlySet<LiveTopic>;
  readonly viewport: Viewport | null;
  send(message: LiveMessage): void;
}

interface Subscriber {
  readonly subscription: LiveSubscription;
  readonly changes: Map<string, LiveChange>;
  readonly positions: Map<string, PackedPosition>;
  number: number;
  sentAtMs: number;
  timer: NodeJS.Timeout | undefined;
}

const INTERVAL_MS = 1_000;

/**
 * Merges what changes into at most one message a second to each subscriber, the first at once.
 *
 * Only the newest state of a thing is sent; who may not see its enterprise never gets it.
 */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly subscribers = new Set<Subscriber>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Starts sending; call the answer to stop. */
  subscribe(subscription: LiveSubscription): () => void {
    const subscriber: Subscriber = {
      subscription,
      changes: new Map(),
      positions: new Map(),
      number: 0,
      sentAtMs: 0,
      timer: undefined,
    };
    this.subscribers.add(subscriber);
    return () => {
      clearTimeout(subscriber.timer);
      this.subscribers.delete(subscriber);
    };
  }

  /** Something on a topic is now as `view` says. */
  changed<Topic extends LiveTopic>(
    topic: Topic,
    key: string,
    audience: Audience,
    view: LiveTopics[Topic],
  ): void {
    const change = { topic, key, view } as LiveChange;
    for (const subscriber of this.subscribers) {
      const { topics, scope } = subscriber.subscription;
      if (!topics.has(topic) || !mayHear(scope, audience) || !isForDriver(scope, view)) continue;
      subscriber.changes.set(`${topic}:${key}`, change);
      this.schedule(subscriber);
    }
  }

  /** A vehicle is now there. */
  moved(position: PackedPosition, audience: Audience): void {
    for (const subscriber of this.subscribers) {
      const { viewport, scope } = subscriber.subscription;
      if (viewport === null || !isInside(viewport, position) || !mayHear(scope, audience)) continue;
      subscriber.positions.set(position.vehicleId, position);
      this.schedule(subscriber);
    }
  }

  beforeApplicationShutdown(): void {
    for (const { timer } of this.subscribers) clearTimeout(timer);
    this.subscribers.clear();
  }

  private schedule(subscriber: Subscriber): void {
    if (subscriber.timer) return;
    const sinceMs = Date.now() - subscriber.sentAtMs;
    const waitMs = Math.max(0, INTERVAL_MS - sinceMs);
    subscriber.timer = setTimeout(() => this.flush(subscriber), waitMs);
  }

  private flush(subscriber: Subscriber): void {
    subscriber.timer = undefined;
    subscriber.sentAtMs = Date.now();
    subscriber.number += 1;
    const positions = [...subscriber.positions.values()];
    const changes = [...subscriber.changes.values()];
    subscriber.positions.clear();
    subscriber.changes.clear();
    subscriber.subscription.send({
      at: this.clock.now().toISOString(),
      number: subscriber.number,
      changes,
      positions: positions.length > 0 ? packPositions(positions) : null,
    });
  }
}

const mayHear = ({ enterpriseIds }: AccessScope, audience: Audience): boolean =>
  enterpriseIds === 'all' || audience.some((id) => enterpriseIds.includes(id));

/** A driver hears of what is his own, not of his colleagues'. */
const isForDriver = ({ driverId }: AccessScope, view: object): boolean =>
  driverId === null || ('driverId' in view && view.driverId === driverId);

const isInside = (box: Viewport, { lng, lat }: PackedPosition): boolean =>
  lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;
