import type { WeighingKind, WeighingSource } from '@tongyun/contracts';
import type { TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a weighbridge showed. Rows are only added; the latest of its kind counts. */
@Entity('weighing')
@Index('weighing_trip', ['tripId', 'weighedAt'])
export class WeighingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('text')
  kind: WeighingKind;

  @Column('integer')
  kg: number;

  @Column('text')
  source: WeighingSource;

  @Column('timestamptz', { name: 'weighed_at' })
  weighedAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
