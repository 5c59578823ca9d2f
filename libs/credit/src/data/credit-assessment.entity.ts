import type { EnterpriseId, UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** One year of one enterprise: its own evaluation, and the administration's with a visit (R26). */
@Entity('credit_assessment')
@Unique('credit_assessment_year', ['enterpriseId', 'year'])
export class CreditAssessmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('integer')
  year: number;

  @Column('integer', { name: 'self_score', nullable: true })
  selfScore: number | null;

  @Column('text', { name: 'self_statement', nullable: true })
  selfStatement: string | null;

  @Column('uuid', { name: 'self_by', nullable: true })
  selfBy: UserId | null;

  @Column('timestamptz', { name: 'self_at', nullable: true })
  selfAt: Date | null;

  @Column('integer', { nullable: true })
  score: number | null;

  @Column('date', { name: 'visit_on', nullable: true })
  visitOn: string | null;

  @Column('text', { name: 'visit_report', nullable: true })
  visitReport: string | null;

  @Column('uuid', { name: 'evaluated_by', nullable: true })
  evaluatedBy: UserId | null;

  @Column('timestamptz', { name: 'evaluated_at', nullable: true })
  evaluatedAt: Date | null;

  @VersionColumn({ default: 1 })
  version: number;
}
