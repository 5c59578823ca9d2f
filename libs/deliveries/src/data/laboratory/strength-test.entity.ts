import type { PlantId, TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What specimens of a load came to. Rows are only added. */
@Entity('strength_test')
@Index('strength_test_plant', ['plantId', 'recordedAt'])
export class StrengthTestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('text', { name: 'ticket_no' })
  ticketNo: string;

  /** As the ticket printed it. */
  @Column('text')
  grade: string;

  @Column('integer', { name: 'age_days' })
  ageDays: number;

  @Column('double precision', { name: 'strength_mpa' })
  strengthMpa: number;

  @Column('text', { name: 'report_no' })
  reportNo: string;

  @Column('text', { name: 'inspector_name' })
  inspectorName: string;

  @Column('date', { name: 'tested_on' })
  testedOn: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
