import type { PlateColor, RoadsidePurpose, RoadsideVerdict } from '@tongyun/contracts';
import type { UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One question asked at the roadside and what was answered. Rows are only added. */
@Entity('roadside_check')
export class RoadsideCheckEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('roadside_check_plate')
  @Column('text', { name: 'plate_no' })
  plateNo: string;

  @Column('text', { name: 'plate_color', nullable: true })
  plateColor: PlateColor | null;

  @Column('uuid', { name: 'vehicle_id', nullable: true })
  vehicleId: VehicleId | null;

  /** The place judged for, WGS-84; null when none was given or known. */
  @Column('double precision', { nullable: true })
  lng: number | null;

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { name: 'accuracy_m', nullable: true })
  accuracyM: number | null;

  @Column('timestamptz', { name: 'judged_for' })
  judgedFor: Date;

  @Column('text')
  verdict: RoadsideVerdict;

  @Column('jsonb')
  reasons: readonly object[];

  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  @Column('text', { name: 'badge_no', nullable: true })
  badgeNo: string | null;

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** Null where policy did not ask for one. */
  @Column('text', { nullable: true })
  purpose: RoadsidePurpose | null;

  @Column('text', { name: 'purpose_note', nullable: true })
  purposeNote: string | null;
}
