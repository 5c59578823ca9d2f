import type { EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The plan of an enterprise's operating day; what it says is in its newest revision. */
@Entity('day_plan')
@Unique('day_plan_day', ['enterpriseId', 'operatingOn'])
export class DayPlanEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('date', { name: 'operating_on' })
  operatingOn: string;

  /** Counts up with every change; also the ETag. */
  @Column('integer')
  revision: number;

  /** The newest revision that drivers were told; null before the first release. */
  @Column('integer', { name: 'released_revision', nullable: true })
  releasedRevision: number | null;
}
