import type { EnterpriseId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CreditGrade } from '../rules/credit-standing.js';

export type CreditDecisionKind =
  'grade' | 'appeal' | 'appeal_upheld' | 'appeal_rejected' | 'orders_allowed';

/** What people decided on an enterprise's credit, and what it said to that. Rows are only added. */
@Entity('credit_decision')
@Index('credit_decision_enterprise', ['enterpriseId', 'decidedAt'])
export class CreditDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  kind: CreditDecisionKind;

  @Column('integer')
  year: number;

  @Column('text', { nullable: true })
  grade: CreditGrade | null;

  @Column('text', { name: 'grade_before', nullable: true })
  gradeBefore: CreditGrade | null;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
