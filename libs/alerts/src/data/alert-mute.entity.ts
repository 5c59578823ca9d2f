import type { AlertCode, MuteGround } from '@tongyun/contracts';
import type { AlertMuteId, TripId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An authorised diversion or emergency: a vehicle's alerts of one code are opened but not sounded. */
@Entity('alert_mute')
@Index('alert_mute_vehicle', ['vehicleId', 'code', 'validTo'])
export class AlertMuteEntity {
  @PrimaryColumn('uuid')
  id: AlertMuteId;

  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  /** Null: whatever trip it is on. */
  @Column('uuid', { name: 'trip_id', nullable: true })
  tripId: TripId | null;

  @Column('text')
  code: AlertCode;

  @Column('text')
  ground: MuteGround;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to' })
  validTo: Date;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  /** Lifted before its time; what was muted until then stays so. */
  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt: Date | null;

  @Column('uuid', { name: 'lifted_by', nullable: true })
  liftedBy: UserId | null;
}
