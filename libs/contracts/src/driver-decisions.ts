import { z } from 'zod';
import { role } from './accounts.js';
import { day, instant } from './common.js';

export const driverDecisionKind = z.enum(['corrected', 'left']);

/** What was decided of a driver: that something of him was put right, or that he left. */
export const driverDecisionView = z.object({
  id: z.uuid(),
  kind: driverDecisionKind,
  /** What a correction changed, as it was before; null for an end. */
  before: z
    .object({ name: z.string(), phone: z.string(), licenceClass: z.string() })
    .partial()
    .nullable(),
  /** His last calendar day in the enterprise; null for a correction. */
  leftOn: day.nullable(),
  reason: z.string(),
  decidedBy: z.uuid(),
  /** Of the decider's account as it is now; empty for what the product did by itself. */
  decidedByRoles: z.array(role),
  decidedAt: instant,
});
export type DriverDecisionView = z.infer<typeof driverDecisionView>;
/** Of one driver, the earliest first. */
export const driverDecisions = z.object({ items: z.array(driverDecisionView) });
export type DriverDecisions = z.infer<typeof driverDecisions>;
