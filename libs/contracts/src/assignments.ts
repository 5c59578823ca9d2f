import { z } from 'zod';
import { instant, reasonText } from './common.js';

export const assignmentView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  loadId: z.uuid().nullable(),
  pumpJobId: z.uuid().nullable(),
  plantId: z.uuid(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  driverId: z.uuid(),
  driverName: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(['released', 'done', 'cancelled']),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  overrideReason: z.string().nullable(),
  version: z.number().int(),
});
export type AssignmentView = z.infer<typeof assignmentView>;
export const assignRequest = z.object({
  vehicleId: z.uuid(),
  driverId: z.uuid(),
  /** States why, where a reason against may be overridden by the asker. */
  overrideReason: reasonText.optional(),
});
export type AssignRequest = z.infer<typeof assignRequest>;
export const cancelAssignmentRequest = z.object({ reason: reasonText });
export type CancelAssignmentRequest = z.infer<typeof cancelAssignmentRequest>;
