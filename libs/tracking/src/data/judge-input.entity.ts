import type { VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something beside a fix that a vehicle is judged on, in one order with the fixes. */
@Entity('judge_input')
@Index('judge_input_unjudged', ['shard', 'arrival'], { where: 'judged_at IS NULL' })
@Index('judge_input_vehicle', ['vehicleId', 'at'])
export class JudgeInputEntity {
  @PrimaryColumn('bigint', { default: () => "nextval('judge_arrival')" })
  arrival: string;

  @Column('smallint')
  shard: number;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text')
  kind: 'trip_changed' | 'facts_changed' | 'stood_down';

  /** When it became so. */
  @Column('timestamptz')
  at: Date;

  /** The facts from then on, so that a late fix is judged on what was true at its time. */
  @Column('jsonb')
  payload: object;

  @Column('timestamptz', { name: 'judged_at', nullable: true })
  judgedAt: Date | null;
}
