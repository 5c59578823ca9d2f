import type { ApprovalBody, DailyHours, PassApplicationState, PassRoute } from '@tongyun/contracts';
import type {
  EnterpriseId,
  PassApplicationId,
  PassId,
  UserId,
  VehicleId,
  ZoneId,
} from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** What an enterprise asks for one of its vehicles, and how far the authorities are with it. */
@Entity('pass_application')
@Unique('pass_application_application_no_key', ['applicationNo'])
@Index('pass_application_open', ['vehicleId'], { unique: true, where: `state = 'pending'` })
@Index('pass_application_applied', ['appliedAt', 'id'])
export class PassApplicationEntity {
  @PrimaryColumn('uuid')
  id: PassApplicationId;

  @Column('text', { name: 'application_no' })
  applicationNo: string;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  /** Who owned the vehicle and applied. */
  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'renews_pass_id', nullable: true })
  renewsPassId: PassId | null;

  @Column('uuid', { name: 'zone_ids', array: true })
  zoneIds: ZoneId[];

  @Column('text', { array: true })
  roads: string[];

  /** The only roads of its zones on which it holds, WGS-84; empty: every one. */
  @Column('jsonb')
  routes: PassRoute[];

  @Column('jsonb')
  hours: DailyHours[];

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to' })
  validTo: Date;

  @Column('text')
  state: PassApplicationState;

  /** As the policy had them when it was made: a later one does not move what is under way. */
  @Column('text', { array: true })
  steps: ApprovalBody[];

  /** How many of the steps have approved. */
  @Column('integer')
  approved: number;

  /** The pass that it was granted as. */
  @Column('uuid', { name: 'pass_id', nullable: true })
  passId: PassId | null;

  @Column('uuid', { name: 'applied_by' })
  appliedBy: UserId;

  @Column('timestamptz', { name: 'applied_at' })
  appliedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
