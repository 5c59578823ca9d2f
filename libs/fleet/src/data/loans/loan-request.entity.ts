import type { EnterpriseId, LoanRequestId, PlantId, UserId } from '@tongyun/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That an enterprise lacks trucks for a while; every enterprise may answer it. */
@Entity('loan_request')
@Check('loan_request_forward', 'from_at < until_at')
@Index('loan_request_asked', ['askedAt', 'id'])
export class LoanRequestEntity {
  @PrimaryColumn('uuid')
  id: LoanRequestId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  /** Where the trucks are wanted. */
  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('integer', { name: 'vehicle_count' })
  vehicleCount: number;

  @Column('timestamptz', { name: 'from_at' })
  fromAt: Date;

  @Column('timestamptz', { name: 'until_at' })
  untilAt: Date;

  @Column('text')
  reason: string;

  /** Closed: as many as asked for have been lent, or the asker wants no more. */
  @Column('text')
  state: 'open' | 'closed';

  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
