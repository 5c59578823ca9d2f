import type { UserId, VehicleLoanId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LoanState } from '../../rules/loans/loan-steps.js';

/** Who offered, answered, took back or gave back a loan, and why. Rows are only added. */
@Entity('vehicle_loan_step')
@Index('vehicle_loan_step_loan', ['loanId', 'decidedAt'])
export class VehicleLoanStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'loan_id' })
  loanId: VehicleLoanId;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: LoanState | null;

  @Column('text', { name: 'to_state' })
  toState: LoanState;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
