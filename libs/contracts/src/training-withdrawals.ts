import { z } from 'zod';
import { role } from './accounts.js';
import { instant, reasonText } from './common.js';

/** That a result of an examination was recorded wrongly, and counts no more. */
export const trainingWithdrawalView = z.object({
  reason: z.string(),
  decidedBy: z.uuid(),
  /** Of the decider's account as it is now. */
  decidedByRoles: z.array(role),
  decidedAt: instant,
});
export type TrainingWithdrawalView = z.infer<typeof trainingWithdrawalView>;
/** Told to the driver himself: which training he lacks since, and why. */
export const lackedTrainingView = trainingWithdrawalView
  .pick({ reason: true, decidedAt: true })
  .extend({ kind: z.enum(['skill', 'safety']) });
export type LackedTrainingView = z.infer<typeof lackedTrainingView>;
export const withdrawTrainingRequest = z.object({ reason: reasonText });
export type WithdrawTrainingRequest = z.infer<typeof withdrawTrainingRequest>;
