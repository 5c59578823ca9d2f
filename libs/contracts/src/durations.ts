import { z } from 'zod';
import { day, instant, instantIn, pageOf, pageQuery, reasonText } from './common.js';
import { pourKind } from './orders.js';

/** In whose unit a value is: minutes, times the road's answer, minutes, minutes a cubic metre. */
export const durationKind = z.enum(['loading', 'travel', 'waiting', 'discharge']);
export type DurationKind = z.infer<typeof durationKind>;

/** From one hour at one site to a whole plant. */
export const durationLevel = z.enum(['site_hour', 'site', 'plant_hour', 'plant']);

/** Where and when a duration holds; null: wherever, whenever. */
export const durationKey = z.object({
  kind: durationKind,
  plantId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
  placingMethod: z.enum(['chute', 'pump']).nullable(),
  /** Of discharge: what is poured. */
  pourKind: pourKind.nullable(),
  /** Local hour of day. */
  hour: z.number().int().min(0).max(23).nullable(),
});

export const durationsQuery = pageQuery.extend({
  enterpriseId: z.uuid(),
  kind: durationKind.optional(),
});
export type DurationsQuery = z.infer<typeof durationsQuery>;

/** A person's word, as long as it holds. */
const durationOverride = z.object({
  id: z.uuid(),
  value: z.number(),
  untilAt: instant.nullable(),
  reason: z.string(),
  byName: z.string(),
  decidedAt: instant,
});

export const durationView = durationKey.extend({
  /** Names the key in questions about its decisions. */
  key: z.string(),
  level: durationLevel,
  plantName: z.string().nullable(),
  siteName: z.string().nullable(),
  learnt: z
    .object({
      value: z.number(),
      sampleCount: z.number().int(),
      /** Whether that is enough to plan with. */
      isEnough: z.boolean(),
      learntAt: instant,
    })
    .nullable(),
  override: durationOverride.nullable(),
  /** How many decisions there have been, for `If-Match`. */
  version: z.number().int(),
});
export type DurationView = z.infer<typeof durationView>;
export const durationPage = pageOf(durationView);

export const setDurationRequest = durationKey.extend({
  enterpriseId: z.uuid(),
  pourKind: pourKind.nullable().optional(),
  value: z.number(),
  /** Holds before it; left out: until withdrawn. */
  untilAt: instantIn.nullable().default(null),
  reason: reasonText,
});
export type SetDurationRequest = z.infer<typeof setDurationRequest>;

export const withdrawDurationRequest = z.object({ reason: reasonText });
export type WithdrawDurationRequest = z.infer<typeof withdrawDurationRequest>;

/** One decision on a key; a value of null withdrew what was decided before. */
export const durationDecisionView = z.object({
  id: z.uuid(),
  key: z.string(),
  version: z.number().int(),
  value: z.number().nullable(),
  untilAt: instant.nullable(),
  reason: z.string(),
  byName: z.string(),
  decidedAt: instant,
});
export type DurationDecisionView = z.infer<typeof durationDecisionView>;
export const durationDecisionsView = z.object({ items: z.array(durationDecisionView) });
export const durationDecisionsQuery = z.object({
  enterpriseId: z.uuid(),
  key: z.string().min(1).max(200),
});
export type DurationDecisionsQuery = z.infer<typeof durationDecisionsQuery>;

export const learnDurationsRequest = z.object({ enterpriseId: z.uuid() });
export type LearnDurationsRequest = z.infer<typeof learnDurationsRequest>;
export const durationLearningView = z.object({
  id: z.uuid(),
  learntAt: instant,
  /** Trips that discharged since then were learnt from. */
  since: instant,
  trips: z.number().int(),
  /** Values that changed with it. */
  changed: z.number().int(),
  quantilePct: z.number(),
  isAskedFor: z.boolean(),
});
export type DurationLearningView = z.infer<typeof durationLearningView>;
export const durationLearningsView = z.object({ items: z.array(durationLearningView) });

/** A duration as a plan uses it, and where it comes from. */
export const usedDuration = z.object({
  value: z.number(),
  source: z.enum(['override', 'learnt', 'assumed']),
  level: durationLevel.nullable(),
  sampleCount: z.number().int(),
});
export type UsedDurationView = z.infer<typeof usedDuration>;

/** Days from the first to the last, both counted, and what the trips are put together by. */
export const planReviewQuery = z.object({
  enterpriseId: z.uuid(),
  from: day,
  to: day,
  by: z.enum(['plant', 'site', 'day']).default('plant'),
});
export type PlanReviewQuery = z.infer<typeof planReviewQuery>;

/** Medians over the loads of which both are known; null: there are none. */
const plannedAndReal = z
  .object({ planned: z.number(), real: z.number(), loads: z.number().int() })
  .nullable();
export type PlannedAndReal = z.infer<typeof plannedAndReal>;

export const planReviewRow = z.object({
  /** Of the plant or site, or the day itself. */
  id: z.string(),
  name: z.string(),
  /** Loads that were discharged. */
  loads: z.number().int(),
  /** Of them in a released plan before they began. */
  plannedLoads: z.number().int(),
  /** Minutes that loading began later than planned; negative: earlier. */
  loadStartLateMin: z.number().nullable(),
  loadingMin: plannedAndReal,
  travelMin: plannedAndReal,
  waitingMin: plannedAndReal,
  dischargeMin: plannedAndReal,
  /** Of the loads whose arrival is known. */
  onTimePct: z.number().nullable(),
  /** Planned: by the road; real: along the track from plant to site. */
  haulKm: plannedAndReal,
});
export type PlanReviewRow = z.infer<typeof planReviewRow>;
export const planReviewView = z.object({
  items: z.array(planReviewRow),
  /** All of them together; null when nothing was discharged. */
  total: planReviewRow.nullable(),
  /** A load later than due by more is not on time. */
  lateFromMin: z.number(),
});
export type PlanReviewView = z.infer<typeof planReviewView>;
