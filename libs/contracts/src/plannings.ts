import { z } from 'zod';
import { day, instant } from './common.js';

/** How far a search has come, and what its best plan so far comes to. */
export const planningProgress = z.object({
  /** Of the time that was asked for, 0 to 1. */
  share: z.number(),
  /** Tries so far. */
  steps: z.number().int(),
  /** Of the orders that do not wait for a call, m³. */
  wantedM3: z.number(),
  servedM3: z.number(),
  /** Price of the best plan so far by the policies `plan.*`; less is better, and it never grows. */
  points: z.number(),
  /** Of them: for volume that it leaves out. */
  unservedPoints: z.number(),
});
export type PlanningProgress = z.infer<typeof planningProgress>;

/** A day that is being planned, or was within the last ten minutes. */
export const planningView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  operatingOn: day,
  /** The order that leads the joint pour which alone is planned, in all its suppliers' days; null: the whole day. */
  jointOrderId: z.uuid().nullable(),
  searchSec: z.number().int(),
  byUser: z.uuid(),
  byName: z.string(),
  startedAt: instant,
  /**
   * `searching`: its best so far can be taken, and it can be cancelled; `keeping`: the search is over and its plan
   * is being stored; `done`: as `revision`; `cancelled`, `failed`: the plan is as before.
   */
  state: z.enum(['searching', 'keeping', 'done', 'cancelled', 'failed']),
  /** Null before there is a first plan. */
  progress: planningProgress.nullable(),
  revision: z.number().int().nullable(),
  /** Code of the refusal when nothing came of it. */
  refusedCode: z.string().nullable(),
});
export type PlanningView = z.infer<typeof planningView>;

export const planningOfDayView = z.object({ planning: planningView.nullable() });
export type PlanningOfDayView = z.infer<typeof planningOfDayView>;

/** Told live to who looks at plans while a day is being planned, at most once a second. */
export const planningNews = planningView.extend({ kind: z.literal('planning') });
export type PlanningNews = z.infer<typeof planningNews>;
