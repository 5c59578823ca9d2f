import { type Clock, CLOCK, type EventId, newId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../unit-of-work.js';
import { EventRelay } from './event-relay.js';

/** An event of a slice's map: `{ 'trip.changed': { tripId } }` gives name and payload their types. */
export type EventOf<Events extends object> = {
  [Name in keyof Events & string]: {
    readonly name: Name;
    /** Events with the same key (a vehicle's id, an order's id) arrive in order. */
    readonly orderingKey: string;
    readonly payload: Events[Name];
  };
}[keyof Events & string];

/** Writes events beside the change they tell of, so that neither exists without the other. */
@Injectable()
export class Outbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly relay: EventRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `outbox.publish<DeliveryEvents>(tx, { name, orderingKey, payload })` */
  async publish<Events extends object>(tx: EntityManager, event: EventOf<Events>): Promise<void> {
    await tx.query(
      `INSERT INTO outbox_event (id, name, ordering_key, payload, created_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [newId<EventId>(), event.name, event.orderingKey, event.payload, this.clock.now()],
    );
    this.unitOfWork.onCommit(tx, () => this.relay.wake());
  }
}
