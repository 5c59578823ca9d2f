import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an authority decided: who, when, why and the values before. Rows are only added. */
@Entity('compliance_decision')
@Index('compliance_decision_subject', ['subjectId', 'decidedAt'])
export class ComplianceDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind:
    'registration' | 'terminal_registration' | 'pass' | 'pass_application' | 'training_session';

  /** The vehicle's or the terminal's id for a registration, its own for a pass, an application or a session. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('text')
  reason: string;

  @Column('jsonb', { nullable: true })
  before: object | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
