import type { PlantId, TripId, UserId, VehicleId } from '@tongyun/kernel';
import type { BatchMismatch } from '../rules/plant-desk/batch-mismatches.js';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a plant put into a drum, and when: the start of the concrete's age. */
@Entity('batch_record')
@Index('batch_record_trip', ['tripId'])
@Index('batch_record_vehicle', ['vehicleId', 'batchedAt'])
export class BatchRecordEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('text')
  grade: string;

  @Column('double precision', { name: 'batched_m3' })
  batchedM3: number;

  @Column('timestamptz', { name: 'batched_at' })
  batchedAt: Date;

  @Column('uuid', { name: 'line_id', nullable: true })
  lineId: string | null;

  /** The recipe that it was made by; null: the plant does not say. */
  @Column('text', { name: 'mix_design_no', nullable: true })
  mixDesignNo: string | null;

  /** What did not fit the trip when it was recorded. */
  @Column('jsonb', { default: [] })
  mismatches: BatchMismatch[];

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
