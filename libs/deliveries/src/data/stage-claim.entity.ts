import type { DriverId, TripId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StageOutcome } from '../rules/advance-trip.js';
import type { StageEvidence, TripStage } from '../rules/stages.js';

/** What somebody or something said about a trip, kept whether or not it set a time. */
@Entity('stage_claim')
@Index('stage_claim_trip', ['tripId'])
export class StageClaimEntity {
  /** Made by the phone for a driver's tap: the same id is taken once. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'trip_id' })
  tripId: TripId;

  @Column('uuid', { name: 'driver_id', nullable: true })
  driverId: DriverId | null;

  @Column('uuid', { name: 'claimed_by' })
  claimedBy: UserId;

  @Column('text')
  stage: TripStage;

  /** By the clock of whoever said it. */
  @Column('timestamptz', { name: 'claimed_at' })
  claimedAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text')
  evidence: StageEvidence;

  @Column('text')
  outcome: StageOutcome;

  @Column('text', { nullable: true })
  reason: string | null;
}
