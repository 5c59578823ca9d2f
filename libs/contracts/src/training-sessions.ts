import { z } from 'zod';
import { day, instant, instantIn, pageOf, reasonText } from './common.js';
import { trainingWithdrawalView } from './training-withdrawals.js';

export const trainingSessionState = z.enum(['planned', 'held', 'cancelled']);
export type TrainingSessionState = z.infer<typeof trainingSessionState>;
export const trainingEnrolmentState = z.enum(['enrolled', 'withdrawn', 'attended', 'absent']);
export type TrainingEnrolmentState = z.infer<typeof trainingEnrolmentState>;

export const trainingSessionView = z.object({
  id: z.uuid(),
  title: z.string(),
  place: z.string(),
  /** The police body that holds it jointly with the administration. */
  partnerAgency: z.string(),
  startsAt: instant,
  endsAt: instant,
  capacity: z.number().int(),
  enrolled: z.number().int(),
  /** Training is free of charge; the field says so to whoever asks. */
  feeYuan: z.literal(0),
  state: trainingSessionState,
  version: z.number().int(),
});
export type TrainingSessionView = z.infer<typeof trainingSessionView>;
export const trainingSessionPage = pageOf(trainingSessionView);

/** What an examination of a session came to. */
export const examinationView = z.object({
  score: z.number().int(),
  hasPassed: z.boolean(),
  expiresOn: day,
  /** Null where it was failed. */
  certificateNo: z.string().nullable(),
  /** Null: it was not withdrawn. */
  withdrawal: trainingWithdrawalView.pick({ reason: true, decidedAt: true }).nullable(),
});
export type ExaminationView = z.infer<typeof examinationView>;

export const trainingEnrolmentView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  driverName: z.string(),
  enterpriseId: z.uuid(),
  state: trainingEnrolmentState,
  /** Null before the results are in, and where an examination was not taken. */
  skill: examinationView.nullable(),
  safety: examinationView.nullable(),
});
export type TrainingEnrolmentView = z.infer<typeof trainingEnrolmentView>;
/** With the drivers of whoever asks: an enterprise is shown its own. */
export const trainingSessionDetailView = trainingSessionView.extend({
  enrolments: z.array(trainingEnrolmentView),
});
export type TrainingSessionDetailView = z.infer<typeof trainingSessionDetailView>;

export const planTrainingSessionRequest = z
  .object({
    title: z.string().trim().min(2).max(100),
    place: z.string().trim().min(2).max(200),
    partnerAgency: z.string().trim().min(2).max(100),
    startsAt: instantIn,
    endsAt: instantIn,
    capacity: z.number().int().min(1).max(1_000),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { message: 'endsAt lies after startsAt' });
export type PlanTrainingSessionRequest = z.infer<typeof planTrainingSessionRequest>;
export const cancelTrainingSessionRequest = z.object({ reason: reasonText });
export type CancelTrainingSessionRequest = z.infer<typeof cancelTrainingSessionRequest>;
export const enrolDriversRequest = z.object({ driverIds: z.array(z.uuid()).min(1).max(200) });
export type EnrolDriversRequest = z.infer<typeof enrolDriversRequest>;
export const withdrawDriverRequest = z.object({ driverId: z.uuid() });
export type WithdrawDriverRequest = z.infer<typeof withdrawDriverRequest>;

const score = z.number().int().min(0).max(100).nullable();
/** Of everybody who holds a place, once; null where an examination was not taken. */
export const recordSessionResultsRequest = z.object({
  results: z
    .array(
      z
        .object({
          driverId: z.uuid(),
          hasAttended: z.boolean(),
          skillScore: score,
          safetyScore: score,
        })
        .refine(
          ({ hasAttended, skillScore, safetyScore }) =>
            hasAttended || (skillScore === null && safetyScore === null),
          { message: 'who did not come has no score' },
        ),
    )
    .min(1)
    .max(1_000),
});
export type RecordSessionResultsRequest = z.infer<typeof recordSessionResultsRequest>;
