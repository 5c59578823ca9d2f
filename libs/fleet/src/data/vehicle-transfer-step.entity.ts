import type { VehicleTransferState } from '@tongyun/contracts';
import type { UserId, VehicleTransferId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who took a transfer on, why, and how it stood before. Rows are only added. */
@Entity('vehicle_transfer_step')
@Index('vehicle_transfer_step_transfer', ['transferId', 'decidedAt'])
export class VehicleTransferStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'transfer_id' })
  transferId: VehicleTransferId;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: VehicleTransferState | null;

  @Column('text', { name: 'to_state' })
  toState: VehicleTransferState;

  @Column('text')
  reason: string;

  @Column('jsonb', { nullable: true })
  before: object | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
