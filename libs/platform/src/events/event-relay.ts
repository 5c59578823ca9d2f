import { type Clock, CLOCK, type EventId, newId } from '@tongyun/kernel';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Lease } from '../lease.js';
import { UnitOfWork } from '../unit-of-work.js';

/** One reaction to one event. `name` is kept in the database: never reuse or rename it. */
export interface EventListener<Payload extends object> {
  readonly name: string;
  readonly event: string;
  /** Runs once per event, in a transaction of its own; throwing means: again later. */
  handle(tx: EntityManager, payload: Payload, eventId: EventId): Promise<void>;
}

interface WaitingEvent {
  readonly sequence: string;
  readonly id: EventId;
  readonly name: string;
  readonly ordering_key: string;
  readonly payload: object;
}

const POLL_MS = 1_000;
const LEASE_SEC = 15;
const BATCH = 200;

/**
 * Carries events from the outbox to the listeners: at least once, in order per key.
 *
 * One process at a time does it, through a lease. A listener that throws keeps its event, and those
 * behind it with the same key, waiting; other keys go on.
 */
@Injectable()
export class EventRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(EventRelay.name);
  private readonly listeners = new Map<string, EventListener<object>[]>();
  private readonly owner = newId<string>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAsked = false;
  private isStopped = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lease: Lease,
    @Inject(CLOCK) private readonly clock: Clock,
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

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Says that there may be something to deliver; never waits. */
  wake(): void {
    this.isAsked = true;
    if (this.running || this.isStopped) return;
    this.running = this.drain()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Delivers what waits, until nothing more can be delivered now. */
  private async drain(): Promise<void> {
    while (this.isAsked && !this.isStopped) {
      this.isAsked = false;
      if (!(await this.lease.take('outbox-relay', this.owner, LEASE_SEC))) return;
      const delivered = await this.deliverBatch();
      if (delivered === BATCH) this.isAsked = true;
    }
  }

  private async deliverBatch(): Promise<number> {
    const events: WaitingEvent[] = await this.unitOfWork.reads.query(
      `SELECT sequence, id, name, ordering_key, payload FROM outbox_event
       WHERE delivered_at IS NULL ORDER BY sequence LIMIT ${BATCH}`,
    );
    const stuckKeys = new Set<string>();
    const delivered: string[] = [];
    for (const event of events) {
      if (this.isStopped) break;
      if (stuckKeys.has(event.ordering_key)) continue;
      if (await this.deliver(event)) delivered.push(event.sequence);
      else stuckKeys.add(event.ordering_key);
    }
    if (delivered.length > 0) {
      await this.unitOfWork.reads.query(
        `UPDATE outbox_event SET delivered_at = $1 WHERE sequence = ANY($2::bigint[])`,
        [this.clock.now(), delivered],
      );
    }
    return delivered.length;
  }

  private async deliver(event: WaitingEvent): Promise<boolean> {
    for (const listener of this.listeners.get(event.name) ?? []) {
      try {
        await this.unitOfWork.run((tx) => this.handleOnce(tx, listener, event));
      } catch (error) {
        this.log.error({ message: 'listener failed', listener: listener.name, event: event.id });
        this.log.error(error);
        return false;
      }
    }
    return true;
  }

  private async handleOnce(
    tx: EntityManager,
    listener: EventListener<object>,
    event: WaitingEvent,
  ): Promise<void> {
    const receipts: unknown[] = await tx.query(
      `INSERT INTO outbox_receipt (listener, event_id, handled_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING event_id`,
      [listener.name, event.id, this.clock.now()],
    );
    if (receipts.length > 0) await listener.handle(tx, event.payload, event.id);
  }
}
