import type { InspectionKind, InspectionOffice } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { InspectionTaskState } from '../../rules/inspection-task.js';

/** An inspection that somebody has to make by a day; what was said is in its steps. */
@Entity('inspection_task')
@Index('inspection_task_enterprise', ['enterpriseId', 'orderedAt'])
export class InspectionTaskEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  kind: InspectionKind;

  @Column('text')
  title: string;

  /** Whose people look; several look together (联动检查). */
  @Column('text', { array: true })
  offices: InspectionOffice[];

  @Column('text', { name: 'inspector_name' })
  inspectorName: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('text')
  state: InspectionTaskState;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
