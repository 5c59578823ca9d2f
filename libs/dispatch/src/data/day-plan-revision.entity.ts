import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanContent } from '../day/rules/plan-content.js';

export type PlanChangeKind =
  | 'planned'
  | 'replanned'
  | 'moved'
  | 'pinned'
  | 'unpinned'
  | 'frozen'
  | 'undone'
  | 'released'
  | 'event'
  | 'improved'
  | 'joint';

/** One state of a plan and what made it. Rows are only added. */
@Entity('day_plan_revision')
export class DayPlanRevisionEntity {
  @PrimaryColumn('uuid', { name: 'plan_id' })
  planId: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('text')
  kind: PlanChangeKind;

  @Column('uuid', { name: 'by_user' })
  byUser: UserId;

  @Column('text', { name: 'by_name' })
  byName: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  note: string | null;

  /** The revision whose content this one took back; null: it has its own. */
  @Column('integer', { name: 'undo_to', nullable: true })
  undoTo: number | null;

  @Column('jsonb')
  content: PlanContent;
}
