import type { LoanRequestView, VehicleLoanView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { LoanRequestDetails } from '../../loans/loan-queries.service.js';
import { sidesOf } from '../../loans/offer-loan.service.js';
import { loanStepsFrom } from '../../rules/loans/loan-steps.js';

/** Neither ids of vehicles and drivers nor anything else of a fleet goes with an offer. */
export const toLoanRequestView = (
  scope: AccessScope,
  {
    enterpriseId: _enterpriseId,
    plantLng,
    plantLat,
    fromAt,
    untilAt,
    askedAt,
    loans,
    ...request
  }: LoanRequestDetails,
): LoanRequestView => ({
  ...request,
  plantPosition: { lng: plantLng, lat: plantLat },
  fromAt: fromAt.toISOString(),
  untilAt: untilAt.toISOString(),
  askedAt: askedAt.toISOString(),
  loans: loans.map((loan) => toVehicleLoanView(scope, loan)),
});

const toVehicleLoanView = (
  scope: AccessScope,
  loan: LoanRequestDetails['loans'][number],
): VehicleLoanView => ({
  id: loan.id,
  lenderEnterpriseName: loan.lenderEnterpriseName,
  plateNo: loan.plateNo,
  fleetNo: loan.fleetNo,
  drumCapacityM3: loan.drumCapacityM3,
  driverName: loan.driverName,
  fromAt: loan.fromAt.toISOString(),
  untilAt: loan.untilAt.toISOString(),
  state: loan.state,
  possible: loanStepsFrom(loan.state, sidesOf(scope, loan), loan.isOver),
  version: loan.version,
  steps: [...loan.steps],
});
