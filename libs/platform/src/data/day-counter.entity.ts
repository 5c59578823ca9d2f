import type { EnterpriseId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counts people's numbers (orders, tickets) per enterprise and operating day. */
@Entity('day_counter')
export class DayCounterEntity {
  @PrimaryColumn('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('date', { name: 'operating_on' })
  operatingOn: string;

  @Column('integer')
  value: number;
}
