import type { DriverId, DutyId, EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type DutyState = 'off_duty' | 'checked_in' | 'queued' | 'on_trip' | 'resting';

/** A driver on a vehicle, from clock-in to clock-out. */
@Entity('duty')
@Index('duty_open_driver', ['driverId'], { unique: true, where: 'clock_out_at IS NULL' })
@Index('duty_vehicle', ['vehicleId', 'clockInAt'])
@Index('duty_open_vehicle', ['vehicleId'], { unique: true, where: 'clock_out_at IS NULL' })
export class DutyEntity {
  /** Made by the phone, so that a repeated clock-in is recognised. */
  @PrimaryColumn('uuid')
  id: DutyId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text')
  state: DutyState;

  @Column('timestamptz', { name: 'clock_in_at' })
  clockInAt: Date;

  @Column('timestamptz', { name: 'clock_out_at', nullable: true })
  clockOutAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
