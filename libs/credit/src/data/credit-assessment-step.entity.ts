import type { EnterpriseId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EvaluationSide } from '../rules/evaluation-files.js';

/** An evaluation of a year as somebody handed it in, corrected or not since. Rows are only added. */
@Entity('credit_assessment_step')
@Index('credit_assessment_step_year', ['enterpriseId', 'year'])
export class CreditAssessmentStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('integer')
  year: number;

  /** By the enterprise itself, or by the administration with a visit. */
  @Column('text')
  kind: EvaluationSide;

  @Column('integer')
  score: number;

  @Column('text')
  text: string;

  @Column('date', { name: 'visit_on', nullable: true })
  visitOn: string | null;

  @Column('uuid', { name: 'taken_by' })
  takenBy: UserId;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
