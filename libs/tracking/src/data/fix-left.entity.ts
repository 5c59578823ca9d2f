import type { VehicleId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fix that is unjudged though others of its batch are judged. */
@Entity('fix_left')
export class FixLeftEntity {
  @PrimaryColumn('bigint')
  arrival: string;

  @Column('smallint')
  shard: number;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('timestamptz')
  at: Date;
}
