import type { DriverId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DriverEntity } from './driver.entity.js';

/** What may be put right of a driver. */
export type DescribedDriver = Pick<DriverEntity, 'name' | 'phone' | 'licenceClass'>;

/** A correction of what was entered of a driver, or the end of his employment. Rows are only added. */
@Entity('driver_decision')
@Index('driver_decision_driver', ['driverId', 'decidedAt'])
export class DriverDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('text')
  kind: 'corrected' | 'left';

  /** What a correction changed, as it was; null for an end. */
  @Column('jsonb', { nullable: true })
  before: Partial<DescribedDriver> | null;

  /** His last calendar day; null for a correction. */
  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
