import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that plans are still to be mended around. Its row goes with the mend. */
@Entity('plan_mend')
@Index('plan_mend_noted', ['notedAt', 'id'])
export class PlanMendEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Name of the listener that mends it. */
  @Column('text')
  listener: string;

  /** Of the event that told of it. */
  @Column('jsonb')
  payload: object;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt: Date;

  /** When it is tried, or tried again. */
  @Column('timestamptz', { name: 'next_at' })
  nextAt: Date;

  /** How often it has failed. */
  @Column('integer')
  attempts: number;
}
