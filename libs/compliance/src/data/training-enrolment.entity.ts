import type { TrainingEnrolmentState } from '@tongyun/contracts';
import type { DriverId, TrainingSessionId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A driver's place in a session. One that is given up stays on record; a new one is a new row. */
@Entity('training_enrolment')
@Index('training_enrolment_place', ['sessionId', 'driverId'], {
  unique: true,
  where: `state <> 'withdrawn'`,
})
export class TrainingEnrolmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: TrainingSessionId;

  @Index('training_enrolment_driver')
  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('text')
  state: TrainingEnrolmentState;

  @Column('uuid', { name: 'enrolled_by' })
  enrolledBy: UserId;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt: Date;

  /** Who withdrew the driver, or recorded whether he came. */
  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy: UserId | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
