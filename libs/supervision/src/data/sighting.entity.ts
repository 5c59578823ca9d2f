import type { Crs, PlateColor, SeenKind, SightingOutcome } from '@tongyun/contracts';
import type { AlertId, UserId, VehicleId, ZoneId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A plate that a camera read. Rows are only added. */
@Entity('sighting')
@Index('sighting_seen', ['seenAt', 'id'])
@Index('sighting_outcome', ['outcome', 'seenAt'])
export class SightingEntity {
  /** Made by whoever reports it. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'plate_no' })
  plateNo: string;

  @Column('text', { name: 'plate_color', nullable: true })
  plateColor: PlateColor | null;

  /** Null: the camera did not say. */
  @Column('text', { name: 'seen_kind', nullable: true })
  seenKind: SeenKind | null;

  @Column('text', { name: 'camera_id' })
  cameraId: string;

  @Column('text', { name: 'image_url', nullable: true })
  imageUrl: string | null;

  @Column('text')
  crs: Crs;

  /** As received, in `crs`. */
  @Column('double precision', { name: 'lng_sent' })
  lngSent: number;

  @Column('double precision', { name: 'lat_sent' })
  latSent: number;

  /** WGS-84. */
  @Column('double precision')
  lng: number;

  @Column('double precision')
  lat: number;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'reported_by' })
  reportedBy: UserId;

  @Column('text')
  outcome: SightingOutcome;

  @Column('uuid', { name: 'vehicle_id', nullable: true })
  vehicleId: VehicleId | null;

  /** The zones that covered the place then, and their names as they were. */
  @Column('uuid', { name: 'zone_ids', array: true })
  zoneIds: ZoneId[];

  @Column('text', { name: 'zone_names', array: true })
  zoneNames: string[];

  @Column('double precision', { name: 'apart_m', nullable: true })
  apartM: number | null;

  @Column('uuid', { name: 'alert_id', nullable: true })
  alertId: AlertId | null;
}
