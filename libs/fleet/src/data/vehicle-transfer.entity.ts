import type { VehicleTransferState } from '@tongyun/contracts';
import type { EnterpriseId, UserId, VehicleId, VehicleTransferId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A vehicle on its way from one enterprise to another. */
@Entity('vehicle_transfer')
@Index('vehicle_transfer_open', ['vehicleId'], {
  unique: true,
  where: `state IN ('asked', 'agreed')`,
})
@Index('vehicle_transfer_asked', ['askedAt', 'id'])
export class VehicleTransferEntity {
  @PrimaryColumn('uuid')
  id: VehicleTransferId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('uuid', { name: 'from_enterprise_id' })
  fromEnterpriseId: EnterpriseId;

  @Column('uuid', { name: 'to_enterprise_id' })
  toEnterpriseId: EnterpriseId;

  @Column('text')
  state: VehicleTransferState;

  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
