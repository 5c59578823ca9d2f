import type { BatchDecision } from '@tongyun/contracts';
import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody decided on a batch. Rows are only added; the latest counts. */
@Entity('batch_settlement')
@Index('batch_settlement_record', ['batchRecordId', 'settledAt'])
export class BatchSettlementEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'batch_record_id' })
  batchRecordId: string;

  @Column('text')
  decision: BatchDecision;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'settled_by' })
  settledBy: UserId;

  @Column('timestamptz', { name: 'settled_at' })
  settledAt: Date;
}
