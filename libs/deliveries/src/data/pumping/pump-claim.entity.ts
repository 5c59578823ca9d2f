import type { DriverId, PumpJobId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StageOutcome } from '../../rules/advance-trip.js';
import type { PumpStage } from '../../rules/pumping/pump-stages.js';
import type { StageEvidence } from '../../rules/stages.js';

/** What somebody or something said about a pump's job, kept whether or not it set a time. */
@Entity('pump_claim')
@Index('pump_claim_job', ['pumpJobId'])
export class PumpClaimEntity {
  /** Made by the phone for an operator's tap: the same id is taken once. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pump_job_id' })
  pumpJobId: PumpJobId;

  @Column('uuid', { name: 'driver_id', nullable: true })
  driverId: DriverId | null;

  @Column('uuid', { name: 'claimed_by' })
  claimedBy: UserId;

  @Column('text')
  stage: PumpStage;

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
