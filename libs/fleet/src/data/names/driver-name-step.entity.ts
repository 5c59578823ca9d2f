import type { DriverNameRequestState } from '@tongyun/contracts';
import type { DriverId, DriverNameRequestId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who asked for a name, and who decided on it, when and why. Rows are only added. */
@Entity('driver_name_step')
@Index('driver_name_step_request', ['requestId', 'decidedAt'])
export class DriverNameStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'request_id' })
  requestId: DriverNameRequestId;

  @Index('driver_name_step_driver')
  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  /** The one that is asked for. */
  @Column('text')
  name: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: DriverNameRequestState | null;

  @Column('text', { name: 'to_state' })
  toState: DriverNameRequestState;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
