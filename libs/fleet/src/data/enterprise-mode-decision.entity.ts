import type { EnterpriseId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EnterpriseEntity } from './enterprise.entity.js';

/** A change of the way in which an enterprise takes part. Rows are only added. */
@Entity('enterprise_mode_decision')
@Index('enterprise_mode_decision_enterprise', ['enterpriseId', 'decidedAt'])
export class EnterpriseModeDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text', { name: 'from_mode' })
  fromMode: EnterpriseEntity['mode'];

  @Column('text', { name: 'to_mode' })
  toMode: EnterpriseEntity['mode'];

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
