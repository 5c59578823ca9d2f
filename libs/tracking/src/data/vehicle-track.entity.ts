import type { VehicleId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FixSource } from './fix.entity.js';

/** Where a vehicle is now and what the judge remembers of it. */
@Entity('vehicle_track')
export class VehicleTrackEntity {
  @PrimaryColumn('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  /** `TrackState` of the rules. */
  @Column('jsonb')
  state: object;

  @Column('timestamptz', { name: 'fix_at', nullable: true })
  fixAt: Date | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt: Date | null;

  @Column('double precision', { nullable: true })
  lng: number | null;

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { name: 'speed_kph', nullable: true })
  speedKph: number | null;

  @Column('double precision', { name: 'heading_deg', nullable: true })
  headingDeg: number | null;

  @Column('text', { nullable: true })
  source: FixSource | null;

  @Column('integer', { default: 1 })
  version: number;
}
