import { z } from 'zod';
import { role } from './accounts.js';
import { instant, pageOf, pageQuery, reasonText } from './common.js';
import { createDriverRequest } from './fleet.js';

/** Asked by the enterprise of the driver, who was examined; granted or refused by the administration. */
export const driverNameRequestState = z.enum(['asked', 'granted', 'refused', 'withdrawn']);
export type DriverNameRequestState = z.infer<typeof driverNameRequestState>;

export const driverNameRequestView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  enterpriseId: z.uuid(),
  /** As he was called when it was asked. */
  nameBefore: z.string(),
  /** The one that is asked for. */
  name: z.string(),
  /** Why it is asked for. */
  reason: z.string(),
  state: driverNameRequestState,
  /** To which the reader may take it from here. */
  nextStates: z.array(driverNameRequestState),
  askedAt: instant,
  version: z.number().int(),
});
export type DriverNameRequestView = z.infer<typeof driverNameRequestView>;
export const driverNameRequestPage = pageOf(driverNameRequestView);
export const listDriverNameRequestsQuery = pageQuery.extend({
  state: driverNameRequestState.optional(),
});
export type ListDriverNameRequestsQuery = z.infer<typeof listDriverNameRequestsQuery>;

export const askDriverNameRequest = createDriverRequest
  .pick({ name: true })
  .extend({ reason: reasonText });
export type AskDriverNameRequest = z.infer<typeof askDriverNameRequest>;
export const stepDriverNameRequest = z.object({
  state: driverNameRequestState.exclude(['asked']),
  reason: reasonText,
});
export type StepDriverNameRequest = z.infer<typeof stepDriverNameRequest>;

export const driverNameStepView = z.object({
  fromState: driverNameRequestState.nullable(),
  toState: driverNameRequestState,
  reason: z.string(),
  decidedBy: z.uuid(),
  /** Of the decider's account as it is now. */
  decidedByRoles: z.array(role),
  decidedAt: instant,
});
export type DriverNameStepView = z.infer<typeof driverNameStepView>;
/** Of one request, the earliest first. */
export const driverNameSteps = z.object({ items: z.array(driverNameStepView) });
export type DriverNameSteps = z.infer<typeof driverNameSteps>;
