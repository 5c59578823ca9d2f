import { addSeconds, type Clock, CLOCK, type EventId, newId } from '@tongyun/kernel';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  Optional,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Lease } from '../lease.js';
import { UnitOfWork } from '../unit-of-work.js';
import { type WaitingEvent, WaitingEvents } from './waiting-events.js';

/** One reaction to one event. `name` is kept in the database: never reuse or rename it. */
export interface EventListener<Payload extends object> {
  readonly name: string;
  readonly event: string;
  /** Runs once per event, in a transaction of its own; throwing means: again later. */
  handle(tx: EntityManager, payload: Payload, eventId: EventId): Promise<void>;
}

/** Whether this process delivers. One that lacks some listeners must not: it would skip them. */
export const RELAYS_EVENTS = Symbol('RelaysEvents');

const POLL_MS = 1_000;
const LEASE = 'outbox-relay';
const LEASE_SEC = 15;
const BATCH = 200;
const MAX_HOLD_BACK_SEC = 60;

/**
 * Carries events from the outbox to the listeners: at least once, in order per key.
 *
 * One process at a time does it, through a lease. A listener that throws keeps its event, and those
 * behind it with the same key, waiting, longer each time; other keys go on.
 */
@Injectable()
export class EventRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EventRelay.name);
  private readonly listeners = new Map<string, EventListener<object>[]>();
  private readonly heldBack = new Map<string, { until: Date; forSec: number }>();
  private readonly owner = newId<string>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAsked = false;
  private isStopped = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly waiting: WaitingEvents,
    private readonly lease: Lease,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(RELAYS_EVENTS) private readonly isRelaying: boolean = true,
  ) {}

  /** `relay.listen<DeliveryEvents['trip.changed']>({ name, event, handle })`, at module init. */
  listen<Payload extends object>(listener: EventListener<Payload>): void {
    const known = this.listeners.get(listener.event) ?? [];
    this.listeners.set(listener.event, [...known, listener as unknown as EventListener<object>]);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  /** Before the connections close: finishes the delivery under way and lets the next process in. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
    if (!this.isRelaying) return;
    try {
      await this.lease.release(LEASE, this.owner);
    } catch (error) {
      this.log.error(error); // it runs out by itself
    }
  }

  /** Says that there may be something to deliver; never waits. */
  wake(): void {
    this.isAsked = true;
    if (this.running || this.isStopped || !this.isRelaying) return;
    this.running = this.drain();
  }

  /** Delivers what waits, until nothing more can be delivered now. Never throws. */
  private async drain(): Promise<void> {
    try {
      while (this.isAsked && !this.isStopped && (await this.takeLease())) {
        this.isAsked = false;
        while (await this.deliverBatch());
      }
    } catch (error) {
      this.log.error(error);
    } finally {
      // In the same turn as the last look at `isAsked`, so that no call to wake is missed.
      this.running = undefined;
    }
  }

  private takeLease(): Promise<boolean> {
    return this.lease.take(LEASE, this.owner, LEASE_SEC);
  }

  /** Answers whether more may wait. */
  private async deliverBatch(): Promise<boolean> {
    const events = await this.waiting.oldest(BATCH, this.keysHeldBack());
    let renewAt = addSeconds(this.clock.now(), LEASE_SEC / 3);
    const delivered: string[] = [];
    for (const event of events) {
      if (this.isStopped) break;
      if (this.isHeldBack(event.ordering_key)) continue;
      if (await this.deliver(event)) delivered.push(event.sequence);
      if (this.clock.now() >= renewAt) {
        if (!(await this.takeLease())) break;
        renewAt = addSeconds(this.clock.now(), LEASE_SEC / 3);
      }
    }
    await this.waiting.markDelivered(delivered);
    return events.length === BATCH && delivered.length > 0 && !this.isStopped;
  }

  private async deliver(event: WaitingEvent): Promise<boolean> {
    for (const listener of this.listeners.get(event.name) ?? []) {
      try {
        await this.unitOfWork.run(async (tx) => {
          const isNew = await this.waiting.takeReceipt(tx, listener.name, event.id);
          if (isNew) await listener.handle(tx, event.payload, event.id);
        });
      } catch (error) {
        this.log.error({ message: 'listener failed', listener: listener.name, event: event.id });
        this.log.error(error);
        this.holdBack(event.ordering_key);
        return false;
      }
    }
    this.heldBack.delete(event.ordering_key);
    return true;
  }

  private holdBack(key: string): void {
    const last = this.heldBack.get(key)?.forSec ?? 0.5;
    const forSec = Math.min(last * 2, MAX_HOLD_BACK_SEC);
    this.heldBack.set(key, { until: addSeconds(this.clock.now(), forSec), forSec });
  }

  private isHeldBack(key: string): boolean {
    const { until } = this.heldBack.get(key) ?? {};
    return until !== undefined && until > this.clock.now();
  }

  private keysHeldBack(): string[] {
    return [...this.heldBack.keys()].filter((key) => this.isHeldBack(key));
  }
}
