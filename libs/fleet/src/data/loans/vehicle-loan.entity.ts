import type {
  DriverId,
  EnterpriseId,
  LoanRequestId,
  PlantId,
  VehicleId,
  VehicleLoanId,
} from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LoanState } from '../../rules/loans/loan-steps.js';

/** A vehicle with its driver, offered for a while to who asked for one. */
@Entity('vehicle_loan')
@Index('vehicle_loan_once', ['requestId', 'vehicleId'], {
  unique: true,
  where: `state IN ('offered', 'accepted')`,
})
export class VehicleLoanEntity {
  @PrimaryColumn('uuid')
  id: VehicleLoanId;

  @Column('uuid', { name: 'request_id' })
  requestId: LoanRequestId;

  @Column('uuid', { name: 'borrower_enterprise_id' })
  borrowerEnterpriseId: EnterpriseId;

  @Column('uuid', { name: 'lender_enterprise_id' })
  lenderEnterpriseId: EnterpriseId;

  @Index('vehicle_loan_vehicle')
  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Index('vehicle_loan_driver')
  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('timestamptz', { name: 'from_at' })
  fromAt: Date;

  @Column('timestamptz', { name: 'until_at' })
  untilAt: Date;

  @Column('text')
  state: LoanState;

  /** What makes the use lawful; null before it is accepted. */
  @Column('uuid', { name: 'agreement_id', nullable: true })
  agreementId: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
