import { z } from 'zod';
import { day, idParam, instant, pageOf, pageQuery, positionIn, reasonText } from './common.js';

/**
 * `sent_back`: the answer was not good enough, and another is due; `withdrawn`: it was raised in error,
 * and speaks against nobody.
 */
export const findingState = z.enum(['open', 'answered', 'sent_back', 'accepted', 'withdrawn']);
export type FindingState = z.infer<typeof findingState>;

const findingText = z.string().trim().min(2).max(2_000);

/** What an officer found on a vehicle that he has just asked about. */
export const raiseFindingRequest = z.object({
  text: findingText,
  /** In words, such as a road and its kilometre. */
  place: z.string().trim().min(2).max(200).nullable().default(null),
  /** Where the officer stands; left out: the place that the question was judged for. */
  position: positionIn.nullable().default(null),
  /** By which the enterprise has to answer; left out: as many days from today as policy says. */
  dueOn: day.nullable().default(null),
});
export type RaiseFindingRequest = z.infer<typeof raiseFindingRequest>;

export const answerFindingRequest = z.object({ answer: findingText });
export type AnswerFindingRequest = z.infer<typeof answerFindingRequest>;

export const settleFindingRequest = z
  .object({
    state: z.enum(['accepted', 'sent_back', 'withdrawn']),
    reason: reasonText,
    /** By which another answer is due; left out: the day stays as it is. */
    dueOn: day.nullable().default(null),
  })
  .refine(({ state, dueOn }) => dueOn === null || state === 'sent_back', {
    path: ['dueOn'],
    message: 'Only what is sent back is due again',
  });
export type SettleFindingRequest = z.infer<typeof settleFindingRequest>;

export const findingPhotoView = z.object({
  id: z.uuid(),
  fileKind: z.enum(['jpeg', 'png']),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  addedAt: instant,
});
export type FindingPhotoView = z.infer<typeof findingPhotoView>;

export const findingStepView = z.object({
  toState: findingState,
  text: z.string(),
  /** The day that it gives to answer by; null: none. */
  dueOn: day.nullable(),
  badgeNo: z.string().nullable(),
  takenAt: instant,
});

export const findingView = z.object({
  id: z.uuid(),
  checkId: z.uuid(),
  plateNo: z.string(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  place: z.string().nullable(),
  position: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  agency: z.string().nullable(),
  badgeNo: z.string().nullable(),
  raisedAt: instant,
  dueOn: day,
  /** The day is past, and no answer stands. */
  isOverdue: z.boolean(),
  state: findingState,
  /** Oldest first: what was found, then what was said to it. */
  steps: z.array(findingStepView),
  photos: z.array(findingPhotoView),
});
export type FindingView = z.infer<typeof findingView>;
export const findingPage = pageOf(findingView);
export const listFindingsQuery = pageQuery.extend({
  state: findingState.optional(),
  enterpriseId: idParam.optional(),
});
export type ListFindingsQuery = z.infer<typeof listFindingsQuery>;
