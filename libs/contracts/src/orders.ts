import { z } from 'zod';
import { assignmentView } from './assignments.js';
import { day, instant, instantIn, pageOf, pageQuery, reasonText } from './common.js';
import { loadKind } from './load-kind.js';
import { isMortar, orderGrade } from './order-grade.js';
import { pumpJobState, pumpStage } from './pumping.js';
import { nightWorkView, siteView } from './sites.js';
import { orderTerms } from './tickets.js';
import { stageEvidence, tripStage } from './trips.js';

export const orderState = z.enum([
  'draft',
  'firm',
  'will_call',
  'on_hold',
  'released',
  'pouring',
  'complete',
  'closed',
  'cancelled',
]);
export type OrderState = z.infer<typeof orderState>;
export const loadState = z.enum([
  'planned',
  'released',
  'on_trip',
  'delivered',
  'returned_part',
  'dropped',
]);
export type LoadState = z.infer<typeof loadState>;
export const placingMethod = z.enum(['chute', 'pump']);

/** What is poured, as far as it decides how fast concrete goes in. */
export const pourKind = z.enum(['foundation', 'slab', 'wall_column', 'pile', 'pavement', 'other']);
export type PourKind = z.infer<typeof pourKind>;

/** Longest pause between two discharges before a cold joint, minutes. */
const gapMaxMin = z.number().int().min(5).max(600);
/** How much longer its retarder lets the concrete live, minutes. */
const retarderMin = z.number().int().min(10).max(600);

/** The stages of a pump job and when each was reached. */
export const pumpStageTimes = z.array(
  z.object({ stage: pumpStage, at: instant, evidence: stageEvidence }),
);
/** What an order states of its pour, as far as a plan depends on it. */
export const pourAsked = z.object({
  grade: orderGrade,
  placingMethod,
  rateM3PerHour: z.number().min(1).max(500),
  firstOnSiteAt: instantIn,
  /** Pumps at once, each with a place of its own; left out: one where one is needed. */
  pumpsNeeded: z.number().int().min(1).max(4).optional(),
  /** Reach asked of its pumps, metres: of a boom, or of pipes. */
  pumpReachM: z.number().min(1).max(500).nullable().default(null),
  /** Mortar for all its pumps, as one load before the concrete, m³; 0: none. It fits the smallest drum. */
  primingM3: z.number().min(0).max(8).default(0),
  isEmergency: z.boolean().default(false),
  pourKind: pourKind.nullable().optional(),
  /** Left out or null: the enterprise's policy. */
  gapMaxMin: gapMaxMin.nullable().optional(),
  /** Trucks that discharge at once by the chute; left out or null: as many as its rate needs. */
  placesAtSite: z.number().int().min(1).max(6).nullable().optional(),
  /** Left out or null: no retarder is stated. */
  retarderMin: retarderMin.nullable().optional(),
});

export const createOrderRequest = pourAsked
  .extend({
    siteId: z.uuid(),
    plantId: z.uuid(),
    slumpMm: z.number().int().min(10).max(300),
    pourLocation: z.string().trim().min(1).max(120),
    plannedM3: z.number().min(0.5).max(20_000),
    isPumpNeeded: z.boolean(),
    terms: orderTerms.optional(),
  })
  .refine(({ isPumpNeeded, placingMethod: method }) => isPumpNeeded === (method === 'pump'), {
    message: 'a pumped pour needs a pump and only a pumped pour does',
  })
  .refine(({ isPumpNeeded, pumpsNeeded }) => isPumpNeeded || pumpsNeeded === undefined, {
    message: 'only a pumped pour needs pumps',
    path: ['pumpsNeeded'],
  })
  .refine(({ isPumpNeeded, placesAtSite }) => !isPumpNeeded || !placesAtSite, {
    message: 'each pump is a place of its own',
    path: ['placesAtSite'],
  })
  .refine(({ isPumpNeeded, primingM3 }) => isPumpNeeded || primingM3 === 0, {
    message: 'only a pump is primed',
    path: ['primingM3'],
  })
  .refine((order) => !isMortar(order.grade) || !(order.gapMaxMin || order.retarderMin), {
    message: 'wet mortar has a life of its own, and no cold joint',
    path: ['grade'],
  });
export type CreateOrderRequest = z.infer<typeof createOrderRequest>;
export const loadView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  loadNo: z.number().int(),
  kind: loadKind,
  plannedM3: z.number(),
  dueAt: instant,
  state: loadState,
  assignment: assignmentView.nullable(),
  tripStage: tripStage.nullable(),
  version: z.number().int(),
});
export type LoadView = z.infer<typeof loadView>;
export const pumpJobView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  state: pumpJobState,
  readyByAt: instant,
  untilAt: instant,
  /** What comes next; null when nothing does. */
  nextStage: pumpStage.nullable(),
  /** The stages that are known of, in order. */
  stages: pumpStageTimes,
  assignment: assignmentView.nullable(),
});
export type PumpJobView = z.infer<typeof pumpJobView>;

/** What a site said its last load is. */
export const lastLoadCall = z.object({ m3: z.number(), callerName: z.string(), takenAt: instant });
export type LastLoadCall = z.infer<typeof lastLoadCall>;

/** The other end of an order that was carried forward to another day. */
const carriedLink = z.object({
  orderId: z.uuid(),
  orderNo: z.string(),
  operatingOn: day,
  plannedM3: z.number(),
});
export const orderView = z.object({
  id: z.uuid(),
  orderNo: z.string(),
  enterpriseId: z.uuid(),
  plantId: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  operatingOn: day,
  grade: z.string(),
  slumpMm: z.number().int(),
  placingMethod,
  pourLocation: z.string(),
  plannedM3: z.number(),
  rateM3PerHour: z.number(),
  firstOnSiteAt: instant,
  isPumpNeeded: z.boolean(),
  /** Pumps at once; 0: none is needed. */
  pumpsNeeded: z.number().int(),
  pumpReachM: z.number().nullable(),
  /** Mortar that goes through the pump first, m³; none of the planned volume. */
  primingM3: z.number(),
  isEmergency: z.boolean(),
  pourKind: pourKind.nullable(),
  /** The order's own; null: the enterprise's policy holds. */
  gapMaxMin: z.number().int().nullable(),
  /** Trucks that discharge at once by the chute; null: as many as its rate needs. */
  placesAtSite: z.number().int().nullable(),
  /** How much longer its retarder lets the concrete live; null: none is stated. */
  retarderMin: z.number().int().nullable(),
  terms: orderTerms.nullable(),
  state: orderState,
  loadCount: z.number().int(),
  assignedLoadCount: z.number().int(),
  /** Volume of loads on the road now, and of loads discharged. */
  onRoadM3: z.number(),
  deliveredM3: z.number(),
  /** Neither delivered nor on the road, never below 0. */
  remainingM3: z.number(),
  /** The site's final figure: its call for the last load; null: not yet. */
  lastLoad: lastLoadCall.nullable(),
  /** Whose rest it is, and who has its rest. */
  carriedFrom: carriedLink.nullable(),
  carriedTo: carriedLink.nullable(),
  version: z.number().int(),
});
export type OrderView = z.infer<typeof orderView>;
export const orderPage = pageOf(orderView);
export const orderDetailView = orderView.extend({
  site: siteView,
  loads: z.array(loadView),
  /** One for each pump that is needed. */
  pumpJobs: z.array(pumpJobView),
  nightWork: nightWorkView,
});
export type OrderDetailView = z.infer<typeof orderDetailView>;
export const listOrdersQuery = pageQuery.extend({
  operatingOn: day.optional(),
  state: orderState.optional(),
});
export type ListOrdersQuery = z.infer<typeof listOrdersQuery>;

/** What is left of the orders of a day. */
export const unfinishedOrdersQuery = z.object({ enterpriseId: z.uuid(), operatingOn: day });
export type UnfinishedOrdersQuery = z.infer<typeof unfinishedOrdersQuery>;
export const unfinishedOrdersView = z.object({
  items: z.array(z.object({ order: orderView, leftM3: z.number() })),
});
export type UnfinishedOrdersView = z.infer<typeof unfinishedOrdersView>;

/** The rest of an order on another day; day, time and volume are confirmed, nothing is guessed. */
export const carryForwardRequest = z.object({
  firstOnSiteAt: instantIn,
  plannedM3: z.number().min(0.5).max(20_000),
});
export type CarryForwardRequest = z.infer<typeof carryForwardRequest>;
export const changeOrderStateRequest = z.object({
  state: z.enum(['firm', 'will_call', 'on_hold', 'cancelled', 'closed']),
  reason: reasonText,
});
export type ChangeOrderStateRequest = z.infer<typeof changeOrderStateRequest>;
