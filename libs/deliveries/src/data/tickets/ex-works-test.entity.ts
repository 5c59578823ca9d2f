import type { TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the plant tested before the truck left. Rows are only added; the latest counts. */
@Entity('ex_works_test')
@Index('ex_works_test_trip', ['tripId', 'testedAt'])
export class ExWorksTestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('integer', { name: 'slump_mm' })
  slumpMm: number;

  @Column('double precision', { name: 'temperature_c', nullable: true })
  temperatureC: number | null;

  @Column('text', { name: 'inspector_name' })
  inspectorName: string;

  @Column('timestamptz', { name: 'tested_at' })
  testedAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
