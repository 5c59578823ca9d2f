import type { EnterpriseId, LoadId, OrderId, PlantId, SiteId, TripId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlacingMethod, PourKind } from '../rules/duration-key.js';
import type { ObservedTrip } from '../rules/observed-trip.js';

/** A trip that has discharged: its times, and how far and how long its way was by the road and in truth. */
@Entity('observed_trip')
@Index('observed_trip_enterprise', ['enterpriseId', 'unloadEndAt'])
@Index('observed_trip_day', ['enterpriseId', 'operatingOn'])
export class ObservedTripEntity implements ObservedTrip {
  @PrimaryColumn('uuid', { name: 'trip_id' })
  tripId: TripId;

  /** The trip's version that was observed; a later one is observed anew. */
  @Column('integer', { name: 'trip_version' })
  tripVersion: number;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('uuid', { name: 'load_id' })
  loadId: LoadId;

  /** The plant that batched it. */
  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'site_id' })
  siteId: SiteId;

  @Column('date', { name: 'operating_on' })
  operatingOn: string;

  @Column('text', { name: 'placing_method' })
  placingMethod: PlacingMethod;

  @Column('text', { name: 'pour_kind', nullable: true })
  pourKind: PourKind | null;

  @Column('text', { name: 'load_kind' })
  loadKind: 'concrete' | 'priming_mortar' | 'wet_mortar';

  @Column('double precision', { name: 'batched_m3' })
  batchedM3: number;

  @Column('double precision', { name: 'discharged_m3' })
  dischargedM3: number;

  @Column('double precision', { name: 'line_rate_m3_per_hour', nullable: true })
  lineRateM3PerHour: number | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('timestamptz', { name: 'load_start_at', nullable: true })
  loadStartAt: Date | null;

  @Column('timestamptz', { name: 'left_plant_at', nullable: true })
  leftPlantAt: Date | null;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  @Column('timestamptz', { name: 'place_free_at', nullable: true })
  placeFreeAt: Date | null;

  @Column('timestamptz', { name: 'unload_start_at', nullable: true })
  unloadStartAt: Date | null;

  @Column('timestamptz', { name: 'unload_end_at' })
  unloadEndAt: Date;

  @Column('boolean', { name: 'is_diverted' })
  isDiverted: boolean;

  /** By the road, for the hour it left at; null while nobody knows when that was. */
  @Column('double precision', { name: 'road_min', nullable: true })
  roadMin: number | null;

  /** The planned haul distance. */
  @Column('double precision', { name: 'road_km', nullable: true })
  roadKm: number | null;

  @Column('text', { name: 'road_source', nullable: true })
  roadSource: 'osrm' | 'estimate' | null;

  /** The real haul distance, by its track from leaving the plant to the site; null: the track has holes. */
  @Column('double precision', { name: 'driven_km', nullable: true })
  drivenKm: number | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}
