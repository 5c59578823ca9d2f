import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that plans are still to be mended around. Its row goes with the mend. */
@Entity('plan_mend')
@Index('plan_mend_noted', ['notedAt', 'id'])
@Index('plan_mend_about', ['listener', 'about'], { unique: true })
export class PlanMendEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Name of the listener that mends it. */
  @Column('text')
  listener: string;

  /** What is noted again about it is mended with it; null: it is for itself. */
  @Column('text', { nullable: true })
  about: string | null;

  /** Of the event that told of it, the last one. */
  @Column('jsonb')
  payload: object;

  /** When the first that is mended with it was noted. */
  @Column('timestamptz', { name: 'first_noted_at' })
  firstNotedAt: Date;

  /** When it was noted, last. */
  @Column('timestamptz', { name: 'noted_at' })
  notedAt: Date;

  /** When it is tried, or tried again. */
  @Column('timestamptz', { name: 'next_at' })
  nextAt: Date;

  /** How often it has failed. */
  @Column('integer')
  attempts: number;
}
