import { z } from 'zod';
import {
  crs,
  dailyHours,
  instant,
  instantIn,
  lat,
  lng,
  pageOf,
  pageQuery,
  reasonText,
} from './common.js';
import { refusal } from './refusal.js';

/** The authorities that may have a step in the approval of a pass. */
export const approvalBody = z.enum(['concrete_admin', 'district_bureau', 'police']);
export type ApprovalBody = z.infer<typeof approvalBody>;

export const passApplicationState = z.enum(['pending', 'granted', 'refused', 'withdrawn']);
export type PassApplicationState = z.infer<typeof passApplicationState>;

/** What is asked for: a whole calendar month, or a validity of one's own. */
export const passPeriod = z.union([
  z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }),
  z
    .strictObject({ validFrom: instantIn, validTo: instantIn })
    .refine(({ validFrom, validTo }) => validFrom < validTo, {
      message: 'validTo lies after validFrom',
    }),
]);
export type PassPeriod = z.infer<typeof passPeriod>;

/** Names of roads or a route in words; a pass without any holds on every road of its zones. */
export const passRoads = z.array(z.string().trim().min(1).max(100)).max(50);

const halfWidthM = z.number().min(10).max(500);
const drawnRoad = {
  name: z.string().trim().min(1).max(60),
  path: z
    .array(z.tuple([lng, lat]))
    .min(2)
    .max(500),
};

/** A road that a pass prescribes: the strip of `halfWidthM` to both sides of its middle line, WGS-84. */
export const passRoute = z.object({ ...drawnRoad, halfWidthM });
export type PassRoute = z.infer<typeof passRoute>;

/** Roads that a pass is to prescribe, as they were drawn; a width that is left out is policy's. */
export const drawnRoutes = z.object({
  crs,
  roads: z
    .array(z.object({ ...drawnRoad, halfWidthM: halfWidthM.optional() }))
    .min(1)
    .max(20),
});
export type DrawnRoutes = z.infer<typeof drawnRoutes>;

export const passApplicationView = z.object({
  id: z.uuid(),
  applicationNo: z.string(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  /** The pass that it renews; null for a first one. */
  renewsPassId: z.uuid().nullable(),
  zoneIds: z.array(z.uuid()),
  roads: z.array(z.string()),
  /** The only roads of its zones on which it is to hold; empty: every one. */
  routes: z.array(passRoute),
  hours: z.array(dailyHours),
  validFrom: instant,
  validTo: instant,
  state: passApplicationState,
  /** Whose approvals it needs, as they were set when it was made; the last one issues the pass. */
  steps: z.array(approvalBody),
  /** Whose approval is due; null once it is settled. */
  dueStep: approvalBody.nullable(),
  passId: z.uuid().nullable(),
  appliedAt: instant,
  version: z.number().int(),
});
export type PassApplicationView = z.infer<typeof passApplicationView>;
export const passApplicationPage = pageOf(passApplicationView);

export const listPassApplicationsQuery = pageQuery.extend({
  state: passApplicationState.optional(),
  /** Only those that wait for this authority. */
  dueStep: approvalBody.optional(),
  vehicleId: z.uuid().optional(),
});
export type ListPassApplicationsQuery = z.infer<typeof listPassApplicationsQuery>;

const batch = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200);

/** One request for any number of vehicles: each gets an application, or its refusal. */
export const applyForPassesRequest = z.object({
  vehicleIds: batch(z.uuid()),
  zoneIds: z.array(z.uuid()).min(1).max(100),
  roads: passRoads.default([]),
  /** Left out: on every road of the zones. */
  routes: drawnRoutes.optional(),
  /** Empty: at all hours. */
  hours: z.array(dailyHours).max(20).default([]),
  period: passPeriod,
  reason: reasonText,
});
export type ApplyForPassesRequest = z.infer<typeof applyForPassesRequest>;

/** Zones, roads, routes and hours as each of the passes has them. */
export const renewPassesRequest = z.object({
  passIds: batch(z.uuid()),
  period: passPeriod,
  reason: reasonText,
});
export type RenewPassesRequest = z.infer<typeof renewPassesRequest>;

/** What became of one vehicle, pass or application of a request: exactly one of the two is set. */
export const passApplicationResult = z.object({
  /** The id that the request named. */
  id: z.uuid(),
  application: passApplicationView.nullable(),
  refusal: refusal.nullable(),
});
export type PassApplicationResult = z.infer<typeof passApplicationResult>;
export const passApplicationResults = z.object({ items: z.array(passApplicationResult) });
export type PassApplicationResults = z.infer<typeof passApplicationResults>;

export const decidePassApplicationsRequest = z.object({
  /** With the version of each that the decider saw. */
  items: batch(z.object({ id: z.uuid(), version: z.number().int().min(1) })),
  decision: z.enum(['approve', 'refuse']),
  reason: reasonText,
});
export type DecidePassApplicationsRequest = z.infer<typeof decidePassApplicationsRequest>;

export const withdrawPassApplicationRequest = z.object({ reason: reasonText });
export type WithdrawPassApplicationRequest = z.infer<typeof withdrawPassApplicationRequest>;
