import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who made or withdrew a key of the codes on passes, and why. Rows are only added. */
@Entity('pass_key_decision')
export class PassKeyDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'key_id' })
  keyId: string;

  /** As the key has it: what is genuine hangs on it. */
  @Column('text', { name: 'public_x' })
  publicX: string;

  @Column('text')
  kind: 'made' | 'withdrawn';

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
