import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FindingState } from '../../rules/finding.js';

/** What was found, answered, accepted, sent back or withdrawn, and by whom. Rows are only added. */
@Entity('roadside_finding_step')
export class RoadsideFindingStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('roadside_finding_step_finding')
  @Column('uuid', { name: 'finding_id' })
  findingId: string;

  @Column('text', { name: 'to_state' })
  toState: FindingState;

  @Column('text')
  text: string;

  /** The day that it gives to answer by; null: none, or one of the time before days were kept. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('uuid', { name: 'taken_by' })
  takenBy: UserId;

  @Column('text', { name: 'badge_no', nullable: true })
  badgeNo: string | null;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
