import { z } from 'zod';
import { instant, instantIn, reasonText } from './common.js';
import { travelSource } from './dispatch.js';
import { reasonView } from './permission.js';

export const diversionKind = z.enum(['order', 'place', 'plant']);
export type DiversionKind = z.infer<typeof diversionKind>;

/** Why concrete does not fit where it could go. */
export const fitCode = z.enum([
  'grade_too_low',
  'grade_lacks_marks',
  'slump_outside_tolerance',
  'age_unknown',
  'age_too_short',
  'volume_not_needed',
]);
export type FitCode = z.infer<typeof fitCode>;

/** Where the truck is taken to be: by its last fix, at its site, or still at its plant. */
export const positionSource = z.enum(['fix', 'site', 'plant']);

export const diversionFigures = z.object({
  carriedM3: z.number(),
  /** What the order can still take, and what the load it would become was to bring. */
  openM3: z.number().nullable(),
  loadM3: z.number().nullable(),
  distanceM: z.number(),
  travelMin: z.number(),
  waitMin: z.number(),
  dischargeMin: z.number(),
  /** Minutes since batching, now and when the drum is empty; null: nobody recorded the batch. */
  ageNowMin: z.number().nullable(),
  ageAtEndMin: z.number().nullable(),
  lifeMin: z.number(),
  /** From the plant that batched it, great-circle. */
  rangeDistanceM: z.number().nullable(),
  rangeLimitM: z.number().nullable(),
  /** Minutes after the load is wanted; negative: before. */
  lateMin: z.number().nullable(),
});
export type DiversionFigures = z.infer<typeof diversionFigures>;

export const diversionOfferView = z.object({
  kind: diversionKind,
  orderId: z.uuid().nullable(),
  orderNo: z.string().nullable(),
  loadId: z.uuid().nullable(),
  loadNo: z.number().int().nullable(),
  siteId: z.uuid().nullable(),
  siteName: z.string().nullable(),
  isSameSite: z.boolean(),
  pourLocation: z.string().nullable(),
  grade: z.string().nullable(),
  slumpMm: z.number().nullable(),
  plantId: z.uuid().nullable(),
  plantName: z.string().nullable(),
  /** Nothing stands against it; or only what the asker may override with a reason. */
  mayDivert: z.boolean(),
  mayOverride: z.boolean(),
  arrivesAt: instant,
  endsAt: instant,
  travelSource,
  figures: diversionFigures,
  /** Who was to bring that load, and is told that he need not. */
  displaces: z.object({ vehicleId: z.uuid(), plateNo: z.string().nullable() }).nullable(),
  /** Why the concrete does not fit; nobody may override it. */
  against: z.array(
    z.object({
      code: fitCode,
      sentence: z.object({ 'zh-CN': z.string(), en: z.string() }),
    }),
  ),
  /** Why truck or driver may not. */
  reasons: z.array(reasonView),
  /** Lower is better; the parts are named so that the rank can be explained. */
  cost: z.number(),
  costParts: z.record(z.string(), z.number()),
});
export type DiversionOfferView = z.infer<typeof diversionOfferView>;
export const diversionOffersView = z.object({
  tripId: z.uuid(),
  /** To be sent as If-Match with the diversion. */
  tripVersion: z.number().int(),
  grade: z.string(),
  slumpMm: z.number(),
  carriedM3: z.number(),
  batchedAt: instant.nullable(),
  position: positionSource,
  judgedAt: instant,
  offers: z.array(diversionOfferView),
});
export type DiversionOffersView = z.infer<typeof diversionOffersView>;

const takenM3 = z.number().min(0).max(30);
export const diversionOffersQuery = z.object({
  /** What the site has taken of the load before it goes on. */
  takenM3: z.coerce.number().min(0).max(30).default(0),
});
export type DiversionOffersQuery = z.infer<typeof diversionOffersQuery>;

export const divertTripRequest = z.object({
  goal: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('order'), orderId: z.uuid() }),
    z.object({ kind: z.literal('place'), pourLocation: z.string().trim().min(1).max(120) }),
    z.object({ kind: z.literal('plant'), plantId: z.uuid() }),
  ]),
  takenM3: takenM3.default(0),
  reason: reasonText,
  /** Who allowed it: somebody who may answer for the concrete. */
  approvedBy: z.string().trim().min(2).max(60),
  overrideReason: reasonText.optional(),
});
export type DivertTripRequest = z.infer<typeof divertTripRequest>;

export const diversionView = z.object({
  id: z.uuid(),
  tripId: z.uuid(),
  vehicleId: z.uuid(),
  kind: diversionKind,
  fromOrderId: z.uuid(),
  fromLoadId: z.uuid(),
  toOrderId: z.uuid().nullable(),
  toLoadId: z.uuid().nullable(),
  toPourLocation: z.string().nullable(),
  toPlantId: z.uuid().nullable(),
  takenM3: z.number(),
  carriedM3: z.number(),
  reason: z.string(),
  approvedBy: z.string(),
  decidedBy: z.uuid(),
  divertedAt: instant,
  untilAt: instant,
  overridden: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type DiversionView = z.infer<typeof diversionView>;
export const diversionList = z.object({ items: z.array(diversionView) });

/** Concrete that was sent away from an order, or to it. */
export const orderDiversionView = z.object({
  id: z.uuid(),
  tripId: z.uuid(),
  plateNo: z.string().nullable(),
  kind: diversionKind,
  fromOrderId: z.uuid(),
  fromOrderNo: z.string(),
  fromSiteName: z.string(),
  toOrderId: z.uuid().nullable(),
  toOrderNo: z.string().nullable(),
  toSiteName: z.string().nullable(),
  toPourLocation: z.string().nullable(),
  toPlantName: z.string().nullable(),
  /** What the former site had taken of it, and what went on, m³. */
  takenM3: z.number(),
  carriedM3: z.number(),
  reason: z.string(),
  approvedBy: z.string(),
  divertedAt: instant,
});
export type OrderDiversionView = z.infer<typeof orderDiversionView>;
export const orderDiversionList = z.object({ items: z.array(orderDiversionView) });
export type OrderDiversionList = z.infer<typeof orderDiversionList>;

/** A site refuses a load, whole or in part. */
export const refuseLoadRequest = z.object({
  id: z.uuid(),
  at: instantIn,
  takenM3: takenM3.default(0),
  reason: reasonText,
});
export type RefuseLoadRequest = z.infer<typeof refuseLoadRequest>;
