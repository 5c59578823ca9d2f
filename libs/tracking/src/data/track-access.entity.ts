import type { UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type TrackAccessKind = 'track' | 'replay' | 'export_csv' | 'export_geojson';

/** Who was shown where a vehicle has been, of which time. Rows are only added. */
@Entity('track_access')
@Index('track_access_vehicle', ['vehicleId', 'askedAt'])
export class TrackAccessEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text')
  kind: TrackAccessKind;

  @Column('timestamptz', { name: 'span_from' })
  spanFrom: Date;

  @Column('timestamptz', { name: 'span_to' })
  spanTo: Date;

  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
}
