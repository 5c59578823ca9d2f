import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Fixes that were stored together and are unjudged: those of one group of shards. */
@Entity('fix_waiting')
export class FixWaitingEntity {
  @PrimaryColumn('bigint', {
    name: 'first_arrival',
    primaryKeyConstraintName: 'fix_waiting_pk',
  })
  firstArrival: string;

  @PrimaryColumn('smallint', {
    name: 'shard_group',
    primaryKeyConstraintName: 'fix_waiting_pk',
  })
  shardGroup: number;

  @Column('bigint', { name: 'last_arrival' })
  lastArrival: string;

  /** With `lastAt` it says in which partitions they lie. */
  @Column('timestamptz', { name: 'first_at' })
  firstAt: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;

  @Column('integer')
  fixes: number;
}
