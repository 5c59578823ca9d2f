import type { TrainingKind } from '@tongyun/contracts';
import type { DriverId, TrainingSessionId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One examination of one driver. Rows are only added; the latest that is valid counts. */
@Entity('training_result')
@Unique('training_result_certificate', ['certificateNo'])
export class TrainingResultEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('training_result_driver')
  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('text')
  kind: TrainingKind;

  @Column('integer')
  score: number;

  @Column('boolean', { name: 'has_passed' })
  hasPassed: boolean;

  /** Local calendar day, `YYYY-MM-DD`. */
  @Column('date', { name: 'passed_on' })
  passedOn: string;

  /** The last day on which it counts. */
  @Column('date', { name: 'expires_on' })
  expiresOn: string;

  /** The session it was taken in; null for one that was recorded by itself. */
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: TrainingSessionId | null;

  /** On the driver's certificate; none for an examination that was failed. */
  @Column('text', { name: 'certificate_no', nullable: true })
  certificateNo: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
