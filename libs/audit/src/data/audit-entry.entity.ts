import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A link of the chain: one sealed row. Rows are only added, which the database sees to. */
@Entity('audit_entry')
@Unique('audit_entry_row', ['source', 'rowId'])
export class AuditEntryEntity {
  @PrimaryColumn('bigint', { transformer: { from: Number, to: Number } })
  sequence: number;

  @Column('text')
  source: string;

  @Column('smallint')
  form: number;

  @Column('uuid', { name: 'row_id' })
  rowId: string;

  /** SHA-256 in hex. */
  @Column('text')
  digest: string;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt: Date;

  /** SHA-256 in hex, over the link before and this one. */
  @Column('text')
  hash: string;
}
