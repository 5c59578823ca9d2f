import { z } from 'zod';
import { role } from './accounts.js';
import { instant, pageOf, pageQuery, reasonText } from './common.js';
import { plateColor, plateNo } from './fleet.js';

/** Asked by the taking enterprise, agreed by the giving one, decided by an authority. */
export const vehicleTransferState = z.enum([
  'asked',
  'agreed',
  'declined',
  'withdrawn',
  'approved',
  'refused',
]);
export type VehicleTransferState = z.infer<typeof vehicleTransferState>;

export const vehicleTransferView = z.object({
  id: z.uuid(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  plateColor: plateColor.nullable(),
  fromEnterpriseId: z.uuid(),
  fromEnterpriseName: z.string(),
  toEnterpriseId: z.uuid(),
  toEnterpriseName: z.string(),
  state: vehicleTransferState,
  /** To which the reader may take it from here. */
  nextStates: z.array(vehicleTransferState),
  askedAt: instant,
  version: z.number().int(),
});
export type VehicleTransferView = z.infer<typeof vehicleTransferView>;
export const vehicleTransferPage = pageOf(vehicleTransferView);
export const listVehicleTransfersQuery = pageQuery.extend({
  state: vehicleTransferState.optional(),
});
export type ListVehicleTransfersQuery = z.infer<typeof listVehicleTransfersQuery>;

export const askVehicleTransferRequest = z.object({ plateNo, plateColor, reason: reasonText });
export type AskVehicleTransferRequest = z.infer<typeof askVehicleTransferRequest>;
export const stepVehicleTransferRequest = z.object({
  state: vehicleTransferState.exclude(['asked']),
  reason: reasonText,
});
export type StepVehicleTransferRequest = z.infer<typeof stepVehicleTransferRequest>;

export const vehicleTransferStepView = z.object({
  fromState: vehicleTransferState.nullable(),
  toState: vehicleTransferState,
  reason: z.string(),
  decidedBy: z.uuid(),
  /** Of the decider's account as it is now; empty for what the product did by itself. */
  decidedByRoles: z.array(role),
  decidedAt: instant,
});
export type VehicleTransferStepView = z.infer<typeof vehicleTransferStepView>;
export const vehicleTransferSteps = z.object({ items: z.array(vehicleTransferStepView) });
