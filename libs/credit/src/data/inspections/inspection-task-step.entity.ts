import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { InspectionTaskState } from '../../rules/inspection-task.js';

/** One step of an inspection: what is to be looked at, what was found, or why nobody looks. Rows are only added. */
@Entity('inspection_task_step')
export class InspectionTaskStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('inspection_task_step_task')
  @Column('uuid', { name: 'task_id' })
  taskId: string;

  @Column('text', { name: 'to_state' })
  toState: InspectionTaskState;

  @Column('text')
  text: string;

  /** The line of the enterprise's ledger that holds what was found, and its photos. */
  @Column('uuid', { name: 'ledger_entry_id', nullable: true })
  ledgerEntryId: string | null;

  @Column('uuid', { name: 'taken_by' })
  takenBy: UserId;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
