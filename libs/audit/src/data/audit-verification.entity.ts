import type { AuditFinding } from '@tongyun/contracts';
import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reading of the whole chain against the rows that it holds. */
@Entity('audit_verification')
export class AuditVerificationEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Null when it was nobody's wish but the day's turn. */
  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: UserId | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** Links that were read. */
  @Column('bigint', { nullable: true, transformer: { from: numberOrNull, to: numberOrNull } })
  entries: number | null;

  /** Hash of the last of them, in hex. */
  @Column('text', { name: 'head_hash', nullable: true })
  headHash: string | null;

  @Column('integer', { name: 'finding_count', nullable: true })
  findingCount: number | null;

  /** The first of them. */
  @Column('jsonb')
  findings: readonly AuditFinding[];
}

function numberOrNull(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
