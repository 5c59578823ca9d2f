import type { EnterpriseId, PlantId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A trip that an enterprise's own system, or a file of it, has told of. Only added to. */
@Entity('declared_trip')
@Unique('declared_trip_number', ['enterpriseId', 'tripNo'])
@Index('declared_trip_left', ['leftPlantAt'])
/** Over an expression, which the decorator has no words for: coalesce(discharged_at, left_plant_at). */
@Index('declared_trip_done', { synchronize: false })
export class DeclaredTripEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text', { name: 'trip_no' })
  tripNo: string;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text', { name: 'site_name' })
  siteName: string;

  @Column('text')
  grade: string;

  @Column('double precision')
  m3: number;

  @Column('timestamptz', { name: 'left_plant_at' })
  leftPlantAt: Date;

  @Column('timestamptz', { name: 'discharged_at', nullable: true })
  dischargedAt: Date | null;

  @Column('uuid', { name: 'declared_by' })
  declaredBy: UserId;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  /** Who told its discharge, and when, of a trip that was declared under way; null: it was told at once, or not yet. */
  @Column('uuid', { name: 'completed_by', nullable: true })
  completedBy: UserId | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;
}
