import type { PlateColor, VehicleKind } from '@tongyun/contracts';
import type { EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A mixer or pump; provisional when only a terminal or a plate has told of it. */
@Entity('vehicle')
@Unique('vehicle_plate', ['plateNo', 'plateColor'])
@Unique('vehicle_equipment_no_key', ['equipmentNo'])
export class VehicleEntity {
  @PrimaryColumn('uuid')
  id: VehicleId;

  @Column('text')
  kind: VehicleKind;

  @Column('text', { name: 'plate_no', nullable: true })
  plateNo: string | null;

  @Column('text', { name: 'plate_color', nullable: true })
  plateColor: PlateColor | null;

  /** Stands for the plate of a trailer pump, which carries none. */
  @Column('text', { name: 'equipment_no', nullable: true })
  equipmentNo: string | null;

  @Column('text', { name: 'fleet_no', nullable: true })
  fleetNo: string | null;

  /** Owner in words where it is no enterprise of ours: a haulage or pump firm. */
  @Column('text', { name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Index('vehicle_owner')
  @Column('uuid', { name: 'owner_enterprise_id', nullable: true })
  ownerEnterpriseId: EnterpriseId | null;

  @Column('boolean', { name: 'is_provisional', default: false })
  isProvisional: boolean;

  @Column('double precision', { name: 'drum_capacity_m3', nullable: true })
  drumCapacityM3: number | null;

  @Column('double precision', { name: 'boom_length_m', nullable: true })
  boomLengthM: number | null;

  /** Of the pipes that a line or trailer pump brings; null: as many as a site needs. */
  @Column('double precision', { name: 'line_length_m', nullable: true })
  lineLengthM: number | null;

  @Column('text', { name: 'emission_class', nullable: true })
  emissionClass: string | null;

  @Column('integer', { name: 'tare_kg', nullable: true })
  tareKg: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
