import type { PlantId } from '@tongyun/kernel';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A loading line of a plant: one truck at a time. */
@Entity('plant_line')
@Unique('plant_line_name', ['plantId', 'name'])
@Check('plant_line_loads', 'rate_m3_per_hour > 0')
export class PlantLineEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('text')
  name: string;

  @Column('double precision', { name: 'rate_m3_per_hour' })
  rateM3PerHour: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
