import { z } from 'zod';
import { instantIn } from './common.js';
import { driverDayView } from './duties.js';
import { pumpStage } from './pumping.js';
import { tripStage } from './trips.js';

export const claimRequest = z.object({
  claims: z
    .array(
      z.object({
        /** Made by the phone; the same id is taken once. */
        id: z.uuid(),
        tripId: z.uuid(),
        stage: tripStage,
        claimedAt: instantIn,
      }),
    )
    .min(1)
    .max(200),
});
export type ClaimRequest = z.infer<typeof claimRequest>;
export const pumpClaimRequest = z.object({
  claims: z
    .array(
      z.object({
        /** Made by the phone; the same id is taken once. */
        id: z.uuid(),
        pumpJobId: z.uuid(),
        stage: pumpStage,
        claimedAt: instantIn,
      }),
    )
    .min(1)
    .max(200),
});
export type PumpClaimRequest = z.infer<typeof pumpClaimRequest>;

/** Recorded for the operator, by a dispatcher or the plant's desk. */
export const recordPumpStageRequest = z.object({
  /** Made by the sender, so that a repeat is recognised. */
  id: z.uuid(),
  stage: pumpStage,
  at: instantIn,
});
export type RecordPumpStageRequest = z.infer<typeof recordPumpStageRequest>;

/** `applied`: set a time. `kept`: evidence already had one. `to_settle`: against a changed plan. */
export const claimOutcome = z.enum(['applied', 'kept', 'to_settle']);
export type ClaimOutcome = z.infer<typeof claimOutcome>;
export const claimResultsView = z.object({
  results: z.array(
    z.object({ id: z.uuid(), outcome: claimOutcome, reason: z.string().nullable() }),
  ),
  day: driverDayView,
});
export type ClaimResultsView = z.infer<typeof claimResultsView>;
