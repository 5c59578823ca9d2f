import type {
  EnterpriseId,
  LoadId,
  OrderId,
  PlantId,
  SiteId,
  TripId,
  UserId,
  VehicleId,
} from '@tongyun/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StageEvidenceMap } from '../rules/stages.js';
import type { AssignmentWarning } from './assignment.entity.js';

export type DiversionKind = 'order' | 'place' | 'plant';

/** Concrete that was sent elsewhere than ordered, with who allowed it. Rows are only added. */
@Entity('diversion')
@Check('diversion_one_goal', 'num_nonnulls(to_load_id, to_pour_location, to_plant_id) = 1')
@Index('diversion_trip', ['tripId', 'divertedAt'])
@Index('diversion_from_order', ['fromOrderId'])
@Index('diversion_to_order', ['toOrderId'])
export class DiversionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text')
  kind: DiversionKind;

  @Column('uuid', { name: 'from_order_id' })
  fromOrderId: OrderId;

  @Column('uuid', { name: 'from_load_id' })
  fromLoadId: LoadId;

  @Column('uuid', { name: 'from_site_id' })
  fromSiteId: SiteId;

  /** What the trip had reached, which counts for the former site. */
  @Column('jsonb', { name: 'from_stages' })
  fromStages: StageEvidenceMap;

  @Column('uuid', { name: 'to_order_id', nullable: true })
  toOrderId: OrderId | null;

  @Column('uuid', { name: 'to_load_id', nullable: true })
  toLoadId: LoadId | null;

  @Column('text', { name: 'to_pour_location', nullable: true })
  toPourLocation: string | null;

  @Column('uuid', { name: 'to_plant_id', nullable: true })
  toPlantId: PlantId | null;

  /** What the former site had taken of it, and what goes on, m³. */
  @Column('double precision', { name: 'taken_m3' })
  takenM3: number;

  @Column('double precision', { name: 'carried_m3' })
  carriedM3: number;

  @Column('text')
  reason: string;

  /** Who allowed it, by name: somebody who may answer for the concrete. */
  @Column('text', { name: 'approved_by' })
  approvedBy: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'diverted_at' })
  divertedAt: Date;

  /** When its concrete is expected to be out of the drum, or back. */
  @Column('timestamptz', { name: 'until_at' })
  untilAt: Date;

  /** What it was judged on: age, way, range, volumes. */
  @Column('jsonb')
  figures: Record<string, number | string | boolean | null>;

  /** Reasons against it that somebody who may do so has overridden. */
  @Column('jsonb')
  overridden: AssignmentWarning[];
}
