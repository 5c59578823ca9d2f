import type { EventId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that happened, written in the transaction in which it happened. */
@Entity('outbox_event')
@Index('outbox_event_waiting', ['sequence'], { where: 'delivered_at IS NULL' })
export class OutboxEventEntity {
  @PrimaryColumn('bigint', {
    generated: 'identity',
    generatedIdentity: 'BY DEFAULT',
  })
  sequence: string;

  @Column('uuid', { unique: true })
  id: EventId;

  @Column('text')
  name: string;

  /** Events with the same key are delivered in the order they were written. */
  @Column('text', { name: 'ordering_key' })
  orderingKey: string;

  @Column('jsonb')
  payload: object;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;
}
