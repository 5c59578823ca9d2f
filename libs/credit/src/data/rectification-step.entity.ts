import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RectificationState } from '../rules/rectification.js';

/** One step of a rectification, with what was said. Rows are only added. */
@Entity('rectification_step')
export class RectificationStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('rectification_step_order')
  @Column('uuid', { name: 'rectification_id' })
  rectificationId: string;

  @Column('text', { name: 'to_state' })
  toState: RectificationState;

  @Column('text')
  text: string;

  @Column('text', { name: 'photo_urls', array: true })
  photoUrls: string[];

  /** The day that it gives; null: none, or one of the time before days were kept. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('uuid', { name: 'taken_by' })
  takenBy: UserId;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
