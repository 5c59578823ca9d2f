import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** That a result of an examination was recorded wrongly, and counts no more. Rows are only added. */
@Entity('training_withdrawal')
@Unique('training_withdrawal_result', ['resultId'])
export class TrainingWithdrawalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'result_id' })
  resultId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
