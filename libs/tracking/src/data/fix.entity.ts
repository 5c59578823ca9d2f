import type { Crs } from '@tongyun/contracts';
import type { DriverId, TerminalId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type FixSource = 'terminal' | 'phone';

/** One position report, kept as it was sent and as WGS-84; in partitions by the day of `at`. */
@Entity('fix')
@Index('fix_arrival', ['arrival'])
@Index('fix_client', ['clientId', 'at'], { unique: true, where: 'client_id IS NOT NULL' })
export class FixEntity {
  @PrimaryColumn('uuid', { name: 'vehicle_id', primaryKeyConstraintName: 'fix_pk' })
  vehicleId: VehicleId;

  /** When the device was there, by its own clock. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'fix_pk' })
  at: Date;

  /** Place in the order in which everything is judged. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'fix_pk' })
  arrival: string;

  @Column('smallint')
  shard: number;

  @Column('text')
  source: FixSource;

  @Column('uuid', { name: 'terminal_id', nullable: true })
  terminalId: TerminalId | null;

  @Column('uuid', { name: 'driver_id', nullable: true })
  driverId: DriverId | null;

  /** The phone's own id of the fix, taken once. */
  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text')
  crs: Crs;

  @Column('double precision', { name: 'lng_sent' })
  lngSent: number;

  @Column('double precision', { name: 'lat_sent' })
  latSent: number;

  @Column('double precision')
  lng: number;

  @Column('double precision')
  lat: number;

  @Column('double precision', { name: 'accuracy_m', nullable: true })
  accuracyM: number | null;

  @Column('double precision', { name: 'altitude_m', nullable: true })
  altitudeM: number | null;

  @Column('double precision', { name: 'speed_kph', nullable: true })
  speedKph: number | null;

  @Column('double precision', { name: 'heading_deg', nullable: true })
  headingDeg: number | null;

  @Column('double precision', { name: 'mileage_km', nullable: true })
  mileageKm: number | null;

  @Column('bigint', { name: 'alarm_bits', default: 0 })
  alarmBits: string;

  @Column('bigint', { name: 'status_bits', default: 0 })
  statusBits: string;

  @Column('boolean', { name: 'is_located', default: true })
  isLocated: boolean;

  @Column('jsonb', { nullable: true })
  extras: object | null;

  /** What the judge made of it: `ok` until it finds otherwise. */
  @Column('text', { default: 'ok' })
  verdict: string;
}
