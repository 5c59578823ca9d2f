import type { EventId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Says that a listener has handled an event; written in the listener's own transaction. */
@Entity('outbox_receipt')
export class OutboxReceiptEntity {
  @PrimaryColumn('text')
  listener: string;

  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: EventId;

  @Column('timestamptz', { name: 'handled_at' })
  handledAt: Date;
}
