import type { EnterpriseId, PlantId, TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A truck's call to a line, open until it is batched, called back or on its way. */
@Entity('loading_call')
@Index('loading_call_line_once', ['lineId'], { unique: true, where: 'closed_at IS NULL' })
@Index('loading_call_trip_once', ['tripId'], { unique: true, where: 'closed_at IS NULL' })
export class LoadingCallEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'line_id' })
  lineId: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('uuid', { name: 'called_by' })
  calledBy: UserId;

  @Column('timestamptz', { name: 'called_at' })
  calledAt: Date;

  /** Why it went before others; null when it was its turn. */
  @Column('text', { name: 'jump_reason', nullable: true })
  jumpReason: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: UserId | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason: string | null;
}
