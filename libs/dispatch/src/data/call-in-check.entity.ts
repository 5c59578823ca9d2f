import type { CallInRow } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A call-in list as it was judged. Rows are only added. */
@Entity('call_in_check')
@Index('call_in_check_plan', ['planId', 'judgedAt'])
/** Of the drivers that its rows name; the decorator has no words for its operators. */
@Index('call_in_check_named', { synchronize: false })
@Index('call_in_check_evening_once', ['planId'], { unique: true, where: `kind = 'evening'` })
export class CallInCheckEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  kind: 'release' | 'evening';

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'judged_at' })
  judgedAt: Date;

  @Column('jsonb')
  items: CallInRow[];
}
