import type { DailyHours, PassRoute, storedPassState } from '@tongyun/contracts';
import type { PassId, UserId, VehicleId, ZoneId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { z } from 'zod';

/** Leave for one vehicle to use the roads of some zones, at some hours, for some time. */
@Entity('road_pass')
@Unique('road_pass_pass_no_key', ['passNo'])
export class RoadPassEntity {
  @PrimaryColumn('uuid')
  id: PassId;

  @Column('text', { name: 'pass_no' })
  passNo: string;

  @Index('road_pass_vehicle')
  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('uuid', { name: 'zone_ids', array: true })
  zoneIds: ZoneId[];

  /** Names of roads or a route in words; empty: every road of the zones. */
  @Column('text', { array: true, default: '{}' })
  roads: string[];

  /** The only roads of its zones on which it holds, WGS-84; empty: every one. */
  @Column('jsonb', { default: [] })
  routes: PassRoute[];

  /** Local hours; empty: at all hours. */
  @Column('jsonb')
  hours: DailyHours[];

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to' })
  validTo: Date;

  /** Until then the vehicle may drive out of a zone after the end; set when issued. */
  @Column('timestamptz', { name: 'leave_by', nullable: true })
  leaveBy: Date | null;

  /** Until then it counts on while its renewal is under review; null: none is, or it does not. */
  @Column('timestamptz', { name: 'tolerated_to', nullable: true })
  toleratedTo: Date | null;

  @Column('text', { name: 'issuing_body' })
  issuingBody: string;

  /** `expiring` and `expired` are never stored: they follow from the clock. */
  @Column('text')
  state: z.infer<typeof storedPassState>;

  @Column('uuid', { name: 'issued_by' })
  issuedBy: UserId;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
