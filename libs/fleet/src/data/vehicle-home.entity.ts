import type { EnterpriseId, PlantId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where an enterprise has one of the vehicles that it uses begin and end its days; it may change its mind. */
@Entity('vehicle_home')
export class VehicleHomeEntity {
  @PrimaryColumn('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @PrimaryColumn('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'home_plant_id' })
  homePlantId: PlantId;

  /** Null: where it begins. */
  @Column('uuid', { name: 'end_plant_id', nullable: true })
  endPlantId: PlantId | null;

  @Column('uuid', { name: 'stated_by' })
  statedBy: UserId;

  @Column('timestamptz', { name: 'stated_at' })
  statedAt: Date;
}
