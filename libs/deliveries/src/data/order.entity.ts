import type { OrderTerms, PourKind } from '@tongyun/contracts';
import type { EnterpriseId, OrderId, PlantId, SiteId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OrderState } from '../rules/order-states.js';

/** What a site wants: kind, volume, when and how fast. `order` is a word of SQL, hence the table. */
@Entity('pour_order')
@Unique('pour_order_number', ['enterpriseId', 'orderNo'])
@Index('pour_order_day', ['enterpriseId', 'operatingOn'])
@Index('pour_order_carried_once', ['carriedFromOrderId'], {
  unique: true,
  where: 'carried_from_order_id IS NOT NULL',
})
export class OrderEntity {
  @PrimaryColumn('uuid')
  id: OrderId;

  @Column('text', { name: 'order_no' })
  orderNo: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'site_id' })
  siteId: SiteId;

  @Column('date', { name: 'operating_on' })
  operatingOn: string;

  @Column('text')
  grade: string;

  @Column('integer', { name: 'slump_mm' })
  slumpMm: number;

  @Column('text', { name: 'placing_method' })
  placingMethod: 'chute' | 'pump';

  @Column('text', { name: 'pour_location' })
  pourLocation: string;

  @Column('double precision', { name: 'planned_m3' })
  plannedM3: number;

  @Column('double precision', { name: 'rate_m3_per_hour' })
  rateM3PerHour: number;

  @Column('timestamptz', { name: 'first_on_site_at' })
  firstOnSiteAt: Date;

  @Column('boolean', { name: 'is_pump_needed' })
  isPumpNeeded: boolean;

  @Column('double precision', { name: 'pump_reach_m', nullable: true })
  pumpReachM: number | null;

  @Column('boolean', { name: 'is_emergency', default: false })
  isEmergency: boolean;

  /** What is poured; null: nobody said. */
  @Column('text', { name: 'pour_kind', nullable: true })
  pourKind: PourKind | null;

  /** Longest pause before a cold joint, minutes; null: the enterprise's policy. */
  @Column('integer', { name: 'gap_max_min', nullable: true })
  gapMaxMin: number | null;

  /** Trucks that discharge at once by the chute; null: as many as its rate needs. */
  @Column('integer', { name: 'places_at_site', nullable: true })
  placesAtSite: number | null;

  /** How much longer its retarder lets the concrete live, minutes; null: none is stated. */
  @Column('integer', { name: 'retarder_min', nullable: true })
  retarderMin: number | null;

  /** The site has said that it is ready for its concrete. */
  @Column('boolean', { name: 'is_site_ready', default: false })
  isSiteReady: boolean;

  /** What a ticket says of the contract; null: nothing was stated. */
  @Column('jsonb', { nullable: true })
  terms: OrderTerms | null;
  /** The order of an earlier day whose rest this one is. */
  @Column('uuid', { name: 'carried_from_order_id', nullable: true })
  carriedFromOrderId: OrderId | null;

  @Column('text')
  state: OrderState;

  @Column('uuid', { name: 'created_by' })
  createdBy: UserId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
