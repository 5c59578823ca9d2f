import type {
  AssignmentId,
  DriverId,
  EnterpriseId,
  LoadId,
  OrderId,
  PlantId,
  SiteId,
  TripId,
  VehicleId,
} from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StageEvidenceMap, TripStage } from '../rules/stages.js';

const OPEN = 'started_at IS NOT NULL AND ended_at IS NULL';

/** A vehicle and driver carrying one load. Stage times are the official ones; null: not known. */
@Entity('trip')
@Unique('trip_assignment_id_key', ['assignmentId'])
@Index('trip_open_vehicle', ['vehicleId'], { unique: true, where: OPEN })
@Index('trip_open_driver', ['driverId'], { unique: true, where: OPEN })
@Index('trip_order', ['orderId'])
@Index('trip_vehicle', ['vehicleId', 'startedAt'])
@Index('trip_plant', ['plantId'], { where: 'ended_at IS NULL' })
@Index('trip_unloaded', ['unloadEndAt'])
@Index('trip_live', ['enterpriseId'], { where: 'ended_at IS NULL' })
export class TripEntity {
  @PrimaryColumn('uuid')
  id: TripId;

  @Column('uuid', { name: 'assignment_id' })
  assignmentId: AssignmentId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'order_id' })
  orderId: OrderId;

  @Column('uuid', { name: 'load_id' })
  loadId: LoadId;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('uuid', { name: 'site_id' })
  siteId: SiteId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('text')
  stage: TripStage;

  @Column('double precision', { name: 'planned_m3' })
  plannedM3: number;

  @Column('double precision', { name: 'batched_m3', nullable: true })
  batchedM3: number | null;

  /** Taken off at sites that it was sent on from, m³. */
  @Column('double precision', { name: 'taken_elsewhere_m3', default: 0 })
  takenElsewhereM3: number;

  /** Where at the site, when it is not placed where its order said. */
  @Column('text', { name: 'pour_location', nullable: true })
  pourLocation: string | null;

  /** Volume of its ticket in force; null while it has none. */
  @Column('double precision', { name: 'ticketed_m3', nullable: true })
  ticketedM3: number | null;

  /** What the site refused or did not need of it. */
  @Column('double precision', { name: 'undelivered_m3', default: 0 })
  undeliveredM3: number;

  /** The plant that really batched it: its range is the one that counts. */
  @Column('uuid', { name: 'batched_plant_id', nullable: true })
  batchedPlantId: PlantId | null;

  @Column('timestamptz', { name: 'batched_at', nullable: true })
  batchedAt: Date | null;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { name: 'load_start_at', nullable: true })
  loadStartAt: Date | null;

  @Column('timestamptz', { name: 'left_plant_at', nullable: true })
  leftPlantAt: Date | null;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  @Column('timestamptz', { name: 'unload_start_at', nullable: true })
  unloadStartAt: Date | null;

  @Column('timestamptz', { name: 'unload_end_at', nullable: true })
  unloadEndAt: Date | null;

  @Column('timestamptz', { name: 'wash_start_at', nullable: true })
  washStartAt: Date | null;

  @Column('timestamptz', { name: 'back_at', nullable: true })
  backAt: Date | null;

  @Column('jsonb', { name: 'stage_evidence' })
  stageEvidence: StageEvidenceMap;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
