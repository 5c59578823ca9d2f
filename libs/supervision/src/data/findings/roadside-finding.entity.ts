import type { EnterpriseId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { FindingState } from '../../rules/finding.js';

/** What an officer found on a vehicle, until its enterprise has answered; the words are in its steps. */
@Entity('roadside_finding')
@Index('roadside_finding_enterprise', ['enterpriseId', 'raisedAt'])
@Index('roadside_finding_vehicle', ['vehicleId', 'raisedAt'])
@Index('roadside_finding_raised', ['raisedAt', 'id'])
export class RoadsideFindingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'check_id' })
  checkId: string;

  @Column('text', { name: 'plate_no' })
  plateNo: string;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  /** Whose the vehicle was; a later owner does not answer for it. */
  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text', { nullable: true })
  place: string | null;

  /** WGS-84; null where nobody knew the place. */
  @Column('double precision', { nullable: true })
  lng: number | null;

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('text')
  state: FindingState;

  @Column('uuid', { name: 'raised_by' })
  raisedBy: UserId;

  @Column('text', { name: 'badge_no', nullable: true })
  badgeNo: string | null;

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
