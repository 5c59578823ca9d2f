import type { VehicleId } from '@tongyun/kernel';
import type { TimerKind } from '../rules/inputs.js';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** When to look at a vehicle again though nothing is heard of it. */
@Entity('judge_timer')
export class JudgeTimerEntity {
  @PrimaryColumn('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @PrimaryColumn('text')
  kind: TimerKind;

  @Column('smallint')
  shard: number;

  @Index('judge_timer_due')
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;
}
