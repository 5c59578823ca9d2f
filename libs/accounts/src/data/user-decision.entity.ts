import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who shut a user out, let him in again or ended his phones' sign-ins. Rows are only ever added. */
@Entity('user_decision')
@Index('user_decision_user', ['userId', 'decidedAt'])
export class UserDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: UserId;

  @Column('text')
  kind: 'disabled' | 'enabled' | 'phones_ended';

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
