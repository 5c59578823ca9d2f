import type {
  AssignmentId,
  DriverId,
  EnterpriseId,
  LoadId,
  OrderId,
  PlantId,
  PumpJobId,
  UserId,
  VehicleId,
} from '@tongyun/kernel';
import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

/** Something to know about an assignment that does not stand against it. */
export interface AssignmentWarning {
  readonly code: string;
  readonly message: string;
}

export type AssignmentState = 'released' | 'done' | 'cancelled';

const ONCE_AT_A_TIME = `tstzrange("starts_at", "ends_at") WITH &&) WHERE (state = 'released')`;

/** A released load or pump job with its vehicle and driver, and the window they are held for. */
@Entity('assignment')
@Check('assignment_one_job', 'num_nonnulls(load_id, pump_job_id) = 1')
@Check('assignment_window_forward', 'starts_at < ends_at')
@Exclusion('assignment_vehicle_once', `USING gist ("vehicle_id" WITH =, ${ONCE_AT_A_TIME}`, {
  deferrable: 'INITIALLY IMMEDIATE',
})
@Exclusion('assignment_driver_once', `USING gist ("driver_id" WITH =, ${ONCE_AT_A_TIME}`, {
  deferrable: 'INITIALLY IMMEDIATE',
})
@Index('assignment_load_once', ['loadId'], { unique: true, where: `state = 'released'` })
@Index('assignment_order', ['orderId'])
@Index('assignment_pump_job', ['pumpJobId'], { where: 'pump_job_id IS NOT NULL' })
@Index('assignment_overridden', ['id'], { where: 'override_reason IS NOT NULL' })
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  id: AssignmentId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('uuid', { name: 'load_id', nullable: true })
  loadId: LoadId | null;

  @Column('uuid', { name: 'pump_job_id', nullable: true })
  pumpJobId: PumpJobId | null;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text')
  state: AssignmentState;

  /** Whether somebody chose vehicle and driver, not a plan. */
  @Column('boolean', { name: 'is_by_hand', default: false })
  isByHand: boolean;

  @Column('jsonb')
  warnings: AssignmentWarning[];

  @Column('text', { name: 'override_reason', nullable: true })
  overrideReason: string | null;

  @Column('uuid', { name: 'created_by' })
  createdBy: UserId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
