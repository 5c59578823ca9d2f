import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One decision about a limit. Rows are only ever added. */
@Entity('policy_value')
@Unique('policy_value_version', ['key', 'scope', 'version'])
export class PolicyValueEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  scope: string;

  /** Counts the decisions on this key and scope, from 1. */
  @Column('integer')
  version: number;

  @Column('jsonb')
  value: unknown;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom: Date;

  @Column('text')
  source: string;

  @Column('text')
  confidence: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('text')
  reason: string;
}
