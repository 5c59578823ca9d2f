import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Rows of a kind that were kept long enough, and went. Rows are only added. */
@Entity('audit_removal')
export class AuditRemovalEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The table that they were in, or the source that links name. */
  @Column('text')
  source: string;

  /** Those with a smaller id went. */
  @Column('uuid', { name: 'before_id' })
  beforeId: string;

  /** The one row that went, or was emptied of who it named; null: those before. */
  @Column('uuid', { name: 'only_id', nullable: true })
  onlyId: string | null;

  @Column('text', { name: 'policy_version' })
  policyVersion: string;

  @Column('timestamptz', { name: 'removed_at' })
  removedAt: Date;
}
