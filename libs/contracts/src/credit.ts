import { z } from 'zod';
import { role } from './accounts.js';
import {
  day,
  dayValidity,
  endingValidity,
  idParam,
  instant,
  instantIn,
  pageOf,
  pageQuery,
  reasonText,
} from './common.js';
import { attachedFileView } from './documents.js';
import { creditGrade } from './fleet.js';

const year = z.number().int().min(2000).max(2099);
/** A year in a path. */
export const creditYearParam = z.coerce.number().pipe(year);
const score = z.number().int().min(0).max(100);
const longText = z.string().trim().min(2).max(4_000);
const photoUrls = z
  .array(z.url({ protocol: /^https?$/ }).max(1_000))
  .max(20)
  .default([]);

/** What a grade brings and takes, by policy (R27 to R31). */
export const creditEffects = z.object({
  /** No new orders; those that were taken before go on. */
  blocksOrders: z.boolean(),
  mayTender: z.boolean(),
  mayBePromoted: z.boolean(),
  isPreferred: z.boolean(),
  isKeySupervised: z.boolean(),
});
export type CreditEffects = z.infer<typeof creditEffects>;

/** A year's assessment: what the enterprise says of itself, and what the administration found. */
export const creditAssessmentView = z.object({
  year,
  selfScore: score.nullable(),
  selfStatement: z.string().nullable(),
  selfAt: instant.nullable(),
  /** Papers and photos of the self-evaluation. */
  selfFiles: z.array(attachedFileView),
  score: score.nullable(),
  visitOn: day.nullable(),
  visitReport: z.string().nullable(),
  evaluatedAt: instant.nullable(),
  /** Papers and photos of the administration's evaluation and its visit. */
  files: z.array(attachedFileView),
  version: z.number().int(),
});
export type CreditAssessmentView = z.infer<typeof creditAssessmentView>;

export const creditDecisionKind = z.enum([
  'grade',
  'appeal',
  'appeal_upheld',
  'appeal_rejected',
  'orders_allowed',
]);
export const creditDecisionView = z.object({
  id: z.uuid(),
  kind: creditDecisionKind,
  year,
  grade: creditGrade.nullable(),
  gradeBefore: creditGrade.nullable(),
  reason: z.string(),
  decidedBy: z.uuid(),
  decidedAt: instant,
});
export type CreditDecisionView = z.infer<typeof creditDecisionView>;

export const enterpriseCreditView = z.object({
  enterpriseId: z.uuid(),
  grade: creditGrade.nullable(),
  effects: creditEffects.nullable(),
  isBarred: z.boolean(),
  areOrdersBlocked: z.boolean(),
  hasOpenAppeal: z.boolean(),
  /** Newest first. */
  assessments: z.array(creditAssessmentView),
  /** Newest first; none is ever changed. */
  decisions: z.array(creditDecisionView),
  /** What became of a rectification proposes; it holds for nothing until people decide (R29). */
  proposal: z
    .object({
      grade: creditGrade,
      rectificationId: z.uuid(),
      title: z.string(),
      settledAt: instant,
    })
    .nullable(),
});
export type EnterpriseCreditView = z.infer<typeof enterpriseCreditView>;

export const selfEvaluateRequest = z.object({ year, score, statement: longText });
export type SelfEvaluateRequest = z.infer<typeof selfEvaluateRequest>;
export const evaluateEnterpriseRequest = z.object({
  year,
  score,
  visitOn: day,
  visitReport: longText,
});
export type EvaluateEnterpriseRequest = z.infer<typeof evaluateEnterpriseRequest>;
export const decideGradeRequest = z.object({ year, grade: creditGrade, reason: reasonText });
export type DecideGradeRequest = z.infer<typeof decideGradeRequest>;
export const appealGradeRequest = z.object({ reason: longText });
export type AppealGradeRequest = z.infer<typeof appealGradeRequest>;
/** Upheld with the better grade that it should have been, or rejected. */
export const answerAppealRequest = z.object({
  grade: creditGrade.nullable(),
  reason: reasonText,
});
export type AnswerAppealRequest = z.infer<typeof answerAppealRequest>;
export const allowOrdersRequest = z.object({ reason: reasonText });
export type AllowOrdersRequest = z.infer<typeof allowOrdersRequest>;

/**
 * What is published of the grades (R31): enterprises and the grade in force of each that has one.
 * No evidence, no reasons, nobody's name.
 */
export const publishedGrades = z.object({
  /** The administration may withhold them; then there are no items. */
  isPublished: z.boolean(),
  /** By name. */
  items: z.array(
    z.object({
      name: z.string(),
      district: z.string(),
      grade: creditGrade,
      /** The year that it was given for; null: entered without a decision here. */
      year: year.nullable(),
      /** When it was decided, from when it holds. */
      since: instant.nullable(),
      isBarred: z.boolean(),
    }),
  ),
});
export type PublishedGrades = z.infer<typeof publishedGrades>;

/** What an enterprise's ledger (台账) holds. */
export const ledgerKind = z.enum([
  'responsible_leader',
  'safety_officer',
  'accident',
  'inspection',
  'spillage',
  'washing',
  'briefing',
  'false_material',
]);
export type LedgerKind = z.infer<typeof ledgerKind>;
/** The kinds of entry that somebody may read, and those that he may write, in the order of the work. */
export const ledgerKindsView = z.object({
  read: z.array(ledgerKind),
  written: z.array(ledgerKind),
});
export type LedgerKindsView = z.infer<typeof ledgerKindsView>;
/** That an entry was made in error, and counts no more. */
export const ledgerWithdrawalView = z.object({
  reason: z.string(),
  decidedBy: z.uuid(),
  /** Of the decider's account as it is now. */
  decidedByRoles: z.array(role),
  decidedAt: instant,
});
export type LedgerWithdrawalView = z.infer<typeof ledgerWithdrawalView>;
export const withdrawLedgerEntryRequest = z.object({ reason: reasonText });
export type WithdrawLedgerEntryRequest = z.infer<typeof withdrawLedgerEntryRequest>;
export const ledgerEntryView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  kind: ledgerKind,
  occurredAt: instant,
  title: z.string(),
  content: z.string(),
  personName: z.string().nullable(),
  /** Links to photos that are kept elsewhere. */
  photoUrls: z.array(z.string()),
  /** Photos that are kept here. */
  photos: z.array(attachedFileView),
  vehicleId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
  /** Of the site, or as it was named in words when there is none. */
  siteName: z.string().nullable(),
  /** It counts for the credit grade; one that was withdrawn does not. */
  isEvidence: z.boolean(),
  recordedBy: z.uuid(),
  recordedAt: instant,
  withdrawal: ledgerWithdrawalView.nullable(),
  /** Whether the asker may withdraw it. */
  mayWithdraw: z.boolean(),
});
export type LedgerEntryView = z.infer<typeof ledgerEntryView>;
export const ledgerPage = pageOf(ledgerEntryView);
export const listLedgerQuery = pageQuery.extend({
  enterpriseId: idParam.optional(),
  kind: ledgerKind.optional(),
});
export type ListLedgerQuery = z.infer<typeof listLedgerQuery>;
export const recordLedgerEntryRequest = z.object({
  enterpriseId: idParam,
  kind: ledgerKind,
  occurredAt: instantIn,
  title: z.string().trim().min(2).max(200),
  content: z.string().trim().max(4_000).default(''),
  personName: z.string().trim().min(1).max(60).nullable().default(null),
  photoUrls,
  vehicleId: idParam.nullable().default(null),
  /** One of the enterprise's; a briefing names the site that it was held for, by this or in words. */
  siteId: idParam.nullable().default(null),
  /** A site that the product does not know, in words; null when one of its own is named. */
  siteName: z.string().trim().min(2).max(120).nullable().default(null),
  /** Of an inspection: that something was found. Accidents, spillages and false material always count. */
  hasFindings: z.boolean().default(false),
});
export type RecordLedgerEntryRequest = z.infer<typeof recordLedgerEntryRequest>;

/** The sites of an enterprise that an entry of its ledger may name. */
export const listLedgerSitesQuery = z.object({ enterpriseId: idParam });
export type ListLedgerSitesQuery = z.infer<typeof listLedgerSitesQuery>;
export const ledgerSites = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), projectName: z.string() })),
});
export type LedgerSites = z.infer<typeof ledgerSites>;

/** What speaks for or against a grade, wherever it is kept. */
export const creditEvidenceView = z.object({
  id: z.uuid(),
  source: z.enum(['alert', 'ledger', 'late_delivery', 'roadside_finding']),
  /** An alert's code, a ledger entry's kind, `late_delivery` or `roadside_finding`. */
  kind: z.string(),
  occurredAt: instant,
  title: z.string().nullable(),
  plateNo: z.string().nullable(),
  photoUrls: z.array(z.string()),
  /** Photos that are kept here, of the ledger's entry of this id. */
  photos: z.array(attachedFileView),
  /** Minutes late, or the measured value of an alert. */
  value: z.number().nullable(),
});
export type CreditEvidenceView = z.infer<typeof creditEvidenceView>;
export const creditEvidencePage = pageOf(creditEvidenceView);

export const rectificationState = z.enum(['ordered', 'answered', 'accepted', 'failed']);
export type RectificationState = z.infer<typeof rectificationState>;
export const rectificationStepView = z.object({
  id: z.uuid(),
  toState: rectificationState,
  text: z.string(),
  /** The day that it gives; null: none. */
  dueOn: day.nullable(),
  /** Links to photos that are kept elsewhere. */
  photoUrls: z.array(z.string()),
  /** Photos and papers that are kept here. */
  files: z.array(attachedFileView),
  takenBy: z.uuid(),
  takenAt: instant,
});
export const rectificationView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  title: z.string(),
  dueOn: day,
  /** How its day stands; null: it is settled. */
  dueValidity: dayValidity.nullable(),
  evidenceId: z.uuid().nullable(),
  state: rectificationState,
  steps: z.array(rectificationStepView),
  version: z.number().int(),
});
export type RectificationView = z.infer<typeof rectificationView>;
export const rectificationPage = pageOf(rectificationView);
export const listRectificationsQuery = pageQuery.extend({
  enterpriseId: idParam.optional(),
  state: rectificationState.optional(),
  /** Those not settled whose day comes soon, or is past. */
  due: endingValidity.optional(),
});
export type ListRectificationsQuery = z.infer<typeof listRectificationsQuery>;
export const orderRectificationRequest = z.object({
  enterpriseId: idParam,
  title: z.string().trim().min(2).max(200),
  demand: longText,
  dueOn: day,
  evidenceId: idParam.nullable().default(null),
});
export type OrderRectificationRequest = z.infer<typeof orderRectificationRequest>;
export const answerRectificationRequest = z.object({ answer: longText, photoUrls });
export type AnswerRectificationRequest = z.infer<typeof answerRectificationRequest>;
export const settleRectificationRequest = z
  .object({
    state: z.enum(['accepted', 'failed', 'ordered']),
    reason: reasonText,
    /** By which it is due again; left out: the day stays as it is. */
    dueOn: day.nullable().default(null),
  })
  .refine(({ state, dueOn }) => dueOn === null || state === 'ordered', {
    path: ['dueOn'],
    message: 'Only what is sent back is due again',
  });
export type SettleRectificationRequest = z.infer<typeof settleRectificationRequest>;
