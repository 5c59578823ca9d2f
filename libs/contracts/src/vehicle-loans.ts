import { z } from 'zod';
import { instant, instantIn, pageOf, pageQuery, position, reasonText } from './common.js';

/**
 * Offered by who has trucks to spare, answered by who asked; what is accepted ends by its date, or
 * when who borrowed gives it back, be it that who lent it asked for it.
 */
export const loanState = z.enum([
  'offered',
  'accepted',
  'recalled',
  'returned',
  'declined',
  'withdrawn',
]);
export type LoanState = z.infer<typeof loanState>;

/** What somebody of either side made of a loan, when and why. */
export const loanStepView = z.object({
  toState: loanState,
  reason: z.string(),
  decidedByName: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  decidedAt: instant,
});
export type LoanStepView = z.infer<typeof loanStepView>;

/** A vehicle with its driver, as its offer opens it. */
export const vehicleLoanView = z.object({
  id: z.uuid(),
  lenderEnterpriseName: z.string(),
  plateNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  drumCapacityM3: z.number().nullable(),
  driverName: z.string(),
  fromAt: instant,
  untilAt: instant,
  state: loanState,
  /** What the asker may make of it next. */
  possible: z.array(loanState),
  version: z.number().int(),
  /** Oldest first. */
  steps: z.array(loanStepView),
});
export type VehicleLoanView = z.infer<typeof vehicleLoanView>;

/** That an enterprise lacks trucks: told to every enterprise, so that one may help. */
export const loanRequestView = z.object({
  id: z.uuid(),
  isOwn: z.boolean(),
  enterpriseName: z.string(),
  plantName: z.string(),
  plantPosition: position,
  vehicleCount: z.number().int(),
  lentCount: z.number().int(),
  fromAt: instant,
  untilAt: instant,
  reason: z.string(),
  state: z.enum(['open', 'closed']),
  askedAt: instant,
  /** Offers to the asker, or by him; of others nothing. */
  loans: z.array(vehicleLoanView),
  version: z.number().int(),
});
export type LoanRequestView = z.infer<typeof loanRequestView>;
export const loanRequestPage = pageOf(loanRequestView);
export const listLoanRequestsQuery = pageQuery.extend({
  isOpen: z.stringbool().optional(),
});
export type ListLoanRequestsQuery = z.infer<typeof listLoanRequestsQuery>;

const MOST_VEHICLES = 50;
export const askForLoanRequest = z.object({
  plantId: z.uuid(),
  vehicleCount: z.number().int().min(1).max(MOST_VEHICLES),
  fromAt: instantIn,
  untilAt: instantIn,
  reason: reasonText,
});
export type AskForLoanRequest = z.infer<typeof askForLoanRequest>;
export const offerLoanRequest = z.object({
  vehicleId: z.uuid(),
  driverId: z.uuid(),
  reason: reasonText,
});
export type OfferLoanRequest = z.infer<typeof offerLoanRequest>;
export const stepLoanRequest = z.object({
  state: loanState.exclude(['offered']),
  reason: reasonText,
});
export type StepLoanRequest = z.infer<typeof stepLoanRequest>;
