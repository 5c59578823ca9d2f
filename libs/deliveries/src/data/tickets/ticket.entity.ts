import type { TicketContent } from '@tongyun/contracts';
import type { EnterpriseId, OrderId, TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A delivery ticket as it was printed. What is wrong is made void and issued anew. */
@Entity('ticket')
@Unique('ticket_number', ['enterpriseId', 'ticketNo'])
@Index('ticket_trip_once', ['tripId'], { unique: true, where: 'voided_at IS NULL' })
@Index('ticket_order', ['orderId'])
@Index('ticket_replaces_once', ['replacesTicketId'], {
  unique: true,
  where: 'replaces_ticket_id IS NOT NULL',
})
export class TicketEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'ticket_no' })
  ticketNo: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  /** The ticket of the order that the load was diverted from; null: it is the load's first. */
  @Column('uuid', { name: 'replaces_ticket_id', nullable: true })
  replacesTicketId: string | null;

  @Column('double precision')
  m3: number;

  @Column('jsonb')
  content: TicketContent;

  @Column('uuid', { name: 'issued_by' })
  issuedBy: UserId;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt: Date | null;

  @Column('uuid', { name: 'voided_by', nullable: true })
  voidedBy: UserId | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason: string | null;
}
