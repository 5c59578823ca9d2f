import type { AlertCode, AlertLevel, AlertState, EvidencePoint } from '@tongyun/contracts';
import type {
  AlertId,
  AlertMuteId,
  DriverId,
  EnterpriseId,
  TripId,
  VehicleId,
} from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type AlertSubjectKind = 'plant' | 'zone' | 'vehicle';

/** One episode of a vehicle doing what it may not, or staying silent. Times are of the fixes. */
@Entity('alert')
@Index('alert_open_episode', ['vehicleId', 'code', 'subjectId'], {
  unique: true,
  where: 'ended_at IS NULL',
})
@Index('alert_enterprise', ['enterpriseId', 'openedAt'])
@Index('alert_opened', ['openedAt'])
@Index('alert_vehicle', ['vehicleId', 'startedAt'])
@Index('alert_vehicle_ended', ['vehicleId', 'endedAt'], { where: 'ended_at IS NOT NULL' })
@Index('alert_cause', ['causeKey'], { where: 'cause_key IS NOT NULL' })
export class AlertEntity {
  @PrimaryColumn('uuid')
  id: AlertId;

  @Column('text')
  code: AlertCode;

  @Column('text')
  level: AlertLevel;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('uuid', { name: 'driver_id', nullable: true })
  driverId: DriverId | null;

  @Column('uuid', { name: 'trip_id', nullable: true })
  tripId: TripId | null;

  /** Null: no enterprise is known for the vehicle, so the authorities alone see it. */
  @Column('uuid', { name: 'enterprise_id', nullable: true })
  enterpriseId: EnterpriseId | null;

  @Column('text', { name: 'subject_kind' })
  subjectKind: AlertSubjectKind;

  /** The plant, zone or vehicle the episode is about. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text')
  state: AlertState;

  /** What was measured, in `unit`; for a radius the farthest seen. */
  @Column('double precision', { nullable: true })
  value: number | null;

  @Column('double precision', { name: 'limit_value', nullable: true })
  limitValue: number | null;

  @Column('text', { nullable: true })
  unit: string | null;

  @Column('text', { name: 'rule_version' })
  ruleVersion: string;

  /** `ReasonView[]` of the contract. */
  @Column('jsonb')
  reasons: object[];

  @Column('jsonb')
  evidence: EvidencePoint[];

  @Column('double precision')
  lng: number;

  @Column('double precision')
  lat: number;

  /** The first fix of the episode. */
  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** When the product raised it. */
  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Raised from fixes that arrived after later ones had been judged. */
  @Column('boolean', { name: 'is_late', default: false })
  isLate: boolean;

  /** The diversion or emergency for which it does not sound. */
  @Column('uuid', { name: 'mute_id', nullable: true })
  muteId: AlertMuteId | null;

  /** What made it and may have made others; null: it is the vehicle's own. */
  @Column('text', { name: 'cause_key', nullable: true })
  causeKey: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
