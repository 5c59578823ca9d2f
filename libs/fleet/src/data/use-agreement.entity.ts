import type { useKind } from '@tongyun/contracts';
import type { EnterpriseId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** That an enterprise may use a vehicle, from when until when. Rows are only added, and ended once. */
@Entity('use_agreement')
export class UseAgreementEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('use_agreement_vehicle')
  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Index('use_agreement_enterprise')
  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  kind: z.infer<typeof useKind>;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  /** Null: until further notice. */
  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  /** Given back before its time; null: it was not. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Null beside an end: it was ended before that was kept. */
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: UserId | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
