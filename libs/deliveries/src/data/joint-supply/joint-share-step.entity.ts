import type { EnterpriseId, JointShareId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ShareState } from '../../rules/joint-supply/share-steps.js';

/** Who offered, answered or changed a share, and why. Rows are only added. */
@Entity('joint_share_step')
@Index('joint_share_step_share', ['shareId', 'decidedAt'])
export class JointShareStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'share_id' })
  shareId: JointShareId;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: ShareState | null;

  @Column('text', { name: 'to_state' })
  toState: ShareState;

  @Column('double precision', { name: 'from_quota_m3', nullable: true })
  fromQuotaM3: number | null;

  @Column('double precision', { name: 'to_quota_m3' })
  toQuotaM3: number;

  @Column('text')
  reason: string;

  /** For whom the step was taken. */
  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
