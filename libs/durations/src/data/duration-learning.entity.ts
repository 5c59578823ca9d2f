import type { EnterpriseId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One time that an enterprise's trips were learnt from. */
@Entity('duration_learning')
@Index('duration_learning_enterprise', ['enterpriseId', 'learntAt'])
export class DurationLearningEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('timestamptz', { name: 'learnt_at' })
  learntAt: Date;

  /** Whoever asked for it; the product itself does so once a day. */
  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  /** Trips that discharged later were learnt from. */
  @Column('timestamptz')
  since: Date;

  @Column('integer')
  trips: number;

  /** Values that changed, were new, or had no trips any more. */
  @Column('integer')
  changed: number;

  @Column('double precision', { name: 'quantile_pct' })
  quantilePct: number;
}
