import type { TripId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The way by road that a trip is expected to take from its plant to its site. */
@Entity('trip_way')
export class TripWayEntity {
  @PrimaryColumn('uuid', { name: 'trip_id' })
  tripId: TripId;

  /** `[lng, lat]` in WGS-84 degrees; null: no router knew one. */
  @Column('jsonb', { nullable: true })
  path: readonly (readonly [number, number])[] | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
}
