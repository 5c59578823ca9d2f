import type { RoadsideOutcome } from '@tongyun/contracts';
import type { AlertId, EnterpriseId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What came of a question at the roadside. Rows are only added. */
@Entity('roadside_outcome')
@Index('roadside_outcome_decided', ['decidedAt', 'id'])
export class RoadsideOutcomeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'check_id' })
  checkId: string;

  /** As it was asked about: the question goes by its time, this stays. Null: it had gone before that was kept. */
  @Column('text', { name: 'plate_no', nullable: true })
  plateNo: string | null;

  /** Null for a plate that nobody knows. */
  @Column('uuid', { name: 'vehicle_id', nullable: true })
  vehicleId: VehicleId | null;

  /** Who answered for the vehicle when it was asked about; null: nobody that is known. */
  @Column('uuid', { name: 'enterprise_id', nullable: true })
  enterpriseId: EnterpriseId | null;

  /** Whose the vehicle was then; a later owner has no part in it. */
  @Column('uuid', { name: 'owner_enterprise_id', nullable: true })
  ownerEnterpriseId: EnterpriseId | null;

  @Column('text')
  outcome: RoadsideOutcome;

  /** The way that the vehicle was told to leave by. */
  @Column('text', { nullable: true })
  route: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** By which the enterprise was told; null when none was. */
  @Column('uuid', { name: 'alert_id', nullable: true })
  alertId: AlertId | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('text', { name: 'badge_no', nullable: true })
  badgeNo: string | null;

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
