import type { Signature } from '@tongyun/contracts';
import type { TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the site took and signed for. Rows are only added; the last received counts. */
@Entity('acceptance')
@Index('acceptance_trip', ['tripId', 'receivedAt'])
export class AcceptanceEntity {
  /** Made by the phone: the same id is taken once. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  @Column('integer', { name: 'slump_mm', nullable: true })
  slumpMm: number | null;

  @Column('double precision', { name: 'signed_m3' })
  signedM3: number;

  @Column('double precision', { name: 'refused_m3' })
  refusedM3: number;

  @Column('text', { name: 'refused_reason', nullable: true })
  refusedReason: string | null;

  @Column('double precision', { name: 'returned_m3' })
  returnedM3: number;

  @Column('text', { name: 'signer_name' })
  signerName: string;

  @Column('jsonb', { nullable: true })
  signature: Signature | null;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
