import type { TrainingSessionState } from '@tongyun/contracts';
import type { TrainingSessionId, UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A training that the administration holds with the traffic police; it costs nothing (R6). */
@Entity('training_session')
export class TrainingSessionEntity {
  @PrimaryColumn('uuid')
  id: TrainingSessionId;

  @Column('text')
  title: string;

  @Column('text')
  place: string;

  /** The police body that holds it jointly. */
  @Column('text', { name: 'partner_agency' })
  partnerAgency: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  /** Most drivers that may be enrolled. */
  @Column('integer')
  capacity: number;

  @Column('text')
  state: TrainingSessionState;

  @Column('uuid', { name: 'planned_by' })
  plannedBy: UserId;

  @Column('timestamptz', { name: 'planned_at' })
  plannedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
