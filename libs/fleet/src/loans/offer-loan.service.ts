import type { OfferLoanRequest, StepLoanRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type Interval,
  type LoanRequestId,
  maySeeEnterprise,
  newId,
  type VehicleId,
  type VehicleLoanId,
} from '@tongyun/kernel';
import { assertUnchanged, Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LoanRequestEntity } from '../data/loans/loan-request.entity.js';
import { LoanRepository } from '../data/loans/loan.repository.js';
import type { VehicleLoanEntity } from '../data/loans/vehicle-loan.entity.js';
import { isUniqueViolation } from '../data/unique-violation.js';
import { UseAgreementRepository } from '../data/use-agreement.repository.js';
import { VehicleRepository } from '../data/vehicle.repository.js';
import { DriverQueries } from '../driver-queries.service.js';
import type { FleetEvents } from '../fleet.events.js';
import { type LoanSide, type LoanState, loanStepsFrom } from '../rules/loans/loan-steps.js';
import { VehicleQueries } from '../vehicle-queries.service.js';
import { LoanQueries } from './loan-queries.service.js';

/** Offers a vehicle with its driver to who asked for one, and has the offer answered. */
@Injectable()
export class OfferLoanService {
  constructor(
    private readonly loans: LoanRepository,
    private readonly queries: LoanQueries,
    private readonly vehicleQueries: VehicleQueries,
    private readonly vehicles: VehicleRepository,
    private readonly uses: UseAgreementRepository,
    private readonly drivers: DriverQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Only one's own mixer, with one's own driver, that are free for the whole time. */
  async offer(
    scope: AccessScope,
    requestId: LoanRequestId,
    { vehicleId, driverId, reason }: OfferLoanRequest,
  ): Promise<void> {
    try {
      await this.offerIn(scope, requestId, { vehicleId, driverId, reason });
    } catch (error) {
      if (!isUniqueViolation(error, 'vehicle_loan_once')) throw error;
      throw new DomainError('LOAN_OFFERED_ALREADY', 'The vehicle is offered already', {
        vehicleId,
      });
    }
  }

  private async offerIn(
    scope: AccessScope,
    requestId: LoanRequestId,
    { vehicleId, driverId, reason }: OfferLoanRequest,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.queries.request(scope, requestId, tx);
      const vehicle = await this.vehicleQueries.get(scope, vehicleId as VehicleId, tx);
      const driver = await this.drivers.get(scope, driverId as DriverId, tx);
      const lenderId = vehicle.ownerEnterpriseId;
      const isOwn = lenderId !== null && maySeeEnterprise(scope, lenderId);
      if (!isOwn || driver.enterpriseId !== lenderId || vehicle.kind !== 'mixer') {
        throw new DomainError('LOAN_NOT_OWN', 'Offer a mixer of your own with a driver of yours', {
          vehicleId,
          driverId,
        });
      }
      const request = await this.loans.lockRequest(tx, requestId);
      this.assertOpen(request);
      if (request.enterpriseId === lenderId) {
        throw new DomainError('LOAN_TO_ONESELF', 'The request is your own', { requestId });
      }
      const loan: VehicleLoanEntity = {
        id: newId<VehicleLoanId>(),
        requestId,
        borrowerEnterpriseId: request.enterpriseId,
        lenderEnterpriseId: lenderId,
        vehicleId: vehicle.id,
        driverId: driver.id,
        plantId: request.plantId,
        fromAt: request.fromAt,
        untilAt: request.untilAt,
        state: 'offered',
        agreementId: null,
        version: 1,
      };
      await this.vehicles.lock(tx, vehicle.id);
      await this.assertFree(tx, loan);
      await this.loans.insert(tx, loan);
      await this.note(tx, scope, loan.id, null, 'offered', reason);
    });
  }

  /** Accepting makes a dated agreement on the use; at its date, or given back before, it ends. */
  async step(
    scope: AccessScope,
    id: VehicleLoanId,
    { state, reason }: StepLoanRequest,
    ifMatch: string | undefined,
  ): Promise<LoanRequestId> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.loans.find(tx, id);
      const sides = seen ? sidesOf(scope, seen) : [];
      if (!seen || sides.length === 0) {
        throw new DomainError('LOAN_NOT_FOUND', `No loan ${id}`, { id });
      }
      const request = await this.loans.lockRequest(tx, seen.requestId);
      const loan = await this.loans.lock(tx, id);
      assertUnchanged(ifMatch, loan, { state: loan.state });
      const isOver = loan.untilAt <= this.clock.now();
      const possible = loanStepsFrom(loan.state, sides, isOver);
      if (!possible.includes(state)) {
        throw new DomainError('LOAN_STEP_INVALID', `A loan ${loan.state} cannot be ${state}`, {
          from: loan.state,
          possible,
        });
      }
      const isLending = loan.state === 'offered' && state === 'accepted';
      const agreementId = isLending ? await this.lend(tx, scope, request, loan) : loan.agreementId;
      if (state === 'returned') await this.takeBack(tx, scope, loan, reason);
      await this.loans.change(tx, loan, { state, agreementId });
      await this.note(tx, scope, id, loan.state, state, reason);
      if (isLending) await this.closeWhenFull(tx, request);
      return request.id;
    });
  }

  private async lend(
    tx: EntityManager,
    scope: AccessScope,
    request: LoanRequestEntity,
    loan: VehicleLoanEntity,
  ): Promise<string> {
    this.assertOpen(request);
    const vehicle = await this.vehicles.lock(tx, loan.vehicleId);
    if (vehicle?.ownerEnterpriseId !== loan.lenderEnterpriseId) {
      throw new DomainError('LOAN_NOT_OWN', 'The vehicle has another owner by now', {
        vehicleId: loan.vehicleId,
        driverId: loan.driverId,
      });
    }
    await this.assertFree(tx, loan);
    const agreementId = newId<string>();
    await this.uses.insert(tx, {
      id: agreementId,
      vehicleId: loan.vehicleId,
      enterpriseId: loan.borrowerEnterpriseId,
      kind: 'loaned',
      validFrom: loan.fromAt,
      validTo: loan.untilAt,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
    await this.tellOfVehicle(tx, loan);
    return agreementId;
  }

  /** Only what has no work left there: its jobs are taken back or done first. */
  private async takeBack(
    tx: EntityManager,
    scope: AccessScope,
    loan: VehicleLoanEntity,
    endReason: string,
  ): Promise<void> {
    await this.vehicles.lock(tx, loan.vehicleId);
    if (await this.loans.isAtWork(tx, loan)) {
      throw new DomainError('LOAN_VEHICLE_AT_WORK', 'Vehicle or driver is held for a job there', {
        id: loan.id,
      });
    }
    const now = this.clock.now();
    const endedAt = now < loan.fromAt ? loan.fromAt : now;
    if (loan.agreementId !== null) {
      await this.uses.end(tx, loan.agreementId, { endedAt, endedBy: scope.userId, endReason });
    }
    await this.tellOfVehicle(tx, loan);
  }

  private async tellOfVehicle(
    tx: EntityManager,
    { vehicleId }: Pick<VehicleLoanEntity, 'vehicleId'>,
  ): Promise<void> {
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: vehicleId,
      payload: { vehicleId },
    });
  }

  private assertOpen({ id, state, untilAt }: LoanRequestEntity): void {
    if (state === 'open' && untilAt > this.clock.now()) return;
    throw new DomainError('LOAN_REQUEST_CLOSED', 'The request is closed or over', { id });
  }

  private async assertFree(tx: EntityManager, loan: VehicleLoanEntity): Promise<void> {
    await this.drivers.holdEmployed(tx, loan.driverId);
    const during: Interval = { from: loan.fromAt, to: loan.untilAt };
    const isTaken = await this.loans.isTaken(tx, loan.vehicleId, loan.driverId, during);
    const overlap = await this.uses.findOverlap(tx, {
      vehicleId: loan.vehicleId,
      enterpriseId: loan.borrowerEnterpriseId,
      validFrom: loan.fromAt,
      validTo: loan.untilAt,
    });
    if (!isTaken && overlap === null) return;
    throw new DomainError(
      'LOAN_NOT_FREE',
      'Vehicle or driver is lent, hired out or held for a job then',
      {
        fromAt: during.from,
        untilAt: during.to,
      },
    );
  }

  private async closeWhenFull(tx: EntityManager, request: LoanRequestEntity): Promise<void> {
    const lent = await this.loans.countLent(tx, request.id);
    if (lent >= request.vehicleCount) await this.loans.closeRequest(tx, request);
  }

  private async note(
    tx: EntityManager,
    scope: AccessScope,
    loanId: VehicleLoanId,
    fromState: LoanState | null,
    toState: LoanState,
    reason: string,
  ): Promise<void> {
    await this.loans.insertStep(tx, {
      id: newId<string>(),
      loanId,
      fromState,
      toState,
      reason,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
  }
}

/** On whose behalf somebody may answer an offer. */
export const sidesOf = (
  scope: AccessScope,
  {
    borrowerEnterpriseId,
    lenderEnterpriseId,
  }: Pick<VehicleLoanEntity, 'borrowerEnterpriseId' | 'lenderEnterpriseId'>,
): LoanSide[] => [
  ...(maySeeEnterprise(scope, borrowerEnterpriseId) ? ['borrower' as const] : []),
  ...(maySeeEnterprise(scope, lenderEnterpriseId) ? ['lender' as const] : []),
];
