import type { VehicleId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the judge remembered of a vehicle at an earlier fix: where a late fix is judged from. */
@Entity('track_checkpoint')
export class TrackCheckpointEntity {
  @PrimaryColumn('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @PrimaryColumn('timestamptz', { name: 'fix_at' })
  fixAt: Date;

  @Column('jsonb')
  state: object;
}
