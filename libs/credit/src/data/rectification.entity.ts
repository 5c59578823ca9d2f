import type { EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { RectificationState } from '../rules/rectification.js';

/** An order to put something right by a day (责令限期整改); what was said is in its steps. */
@Entity('rectification')
@Index('rectification_enterprise', ['enterpriseId', 'orderedAt'])
export class RectificationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  title: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('uuid', { name: 'evidence_id', nullable: true })
  evidenceId: string | null;

  @Column('text')
  state: RectificationState;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
