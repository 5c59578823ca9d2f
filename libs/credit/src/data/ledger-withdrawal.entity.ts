import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** That an entry of a ledger was made in error, and counts no more. Rows are only added. */
@Entity('ledger_withdrawal')
@Unique('ledger_withdrawal_entry', ['entryId'])
export class LedgerWithdrawalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
