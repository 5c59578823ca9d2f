import { z } from 'zod';
import { instant, reasonText } from './common.js';
import { plantLineView } from './fleet.js';
import { loadKind } from './load-kind.js';
import { pumpJobState } from './pumping.js';

/** How strictly trucks load in the order of the queue: jumps refused, reasoned, or free. */
export const queueOrder = z.enum(['strict', 'preferred', 'off']);
export type QueueOrder = z.infer<typeof queueOrder>;

/** `due`: not at the plant yet. `batched`: loaded, not yet on its way. `left`: on its way without a ticket. */
export const queueState = z.enum(['due', 'waiting', 'called', 'loading', 'batched', 'left']);
export type QueueState = z.infer<typeof queueState>;

/** What does not fit between a batch and its trip. */
export const batchMismatchCode = z.enum([
  'another_truck',
  'another_grade',
  'above_drum',
  'far_from_planned',
  'site_not_ready',
  'pump_not_there',
  'mix_design_unfit',
  'material_not_passed',
]);
export type BatchMismatchCode = z.infer<typeof batchMismatchCode>;
export const batchMismatch = z.object({
  code: batchMismatchCode,
  /** What the trip asks for, in words or m³. */
  expected: z.string(),
  found: z.string(),
});
export type BatchMismatch = z.infer<typeof batchMismatch>;
/** A mismatch that nobody has settled, with the record it lies in. */
export const openMismatch = batchMismatch.extend({ batchRecordId: z.uuid() });
export type OpenMismatch = z.infer<typeof openMismatch>;

/** A truck's call to a line, open until it is batched, called back or on its way. */
export const loadingCallView = z.object({
  id: z.uuid(),
  tripId: z.uuid(),
  lineId: z.uuid(),
  lineName: z.string(),
  calledAt: instant,
  /** Why it went before others; null when it was its turn. */
  jumpReason: z.string().nullable(),
});
export type LoadingCallView = z.infer<typeof loadingCallView>;

export const queuedTripView = z.object({
  tripId: z.uuid(),
  /** 1, 2, 3 … among those that wait; null for the others. */
  place: z.number().int().nullable(),
  state: queueState,
  orderId: z.uuid(),
  orderNo: z.string(),
  loadNo: z.number().int(),
  siteName: z.string(),
  pourLocation: z.string(),
  kind: loadKind,
  grade: z.string(),
  slumpMm: z.number().int(),
  plannedM3: z.number(),
  batchedM3: z.number().nullable(),
  batchedAt: instant.nullable(),
  isSiteReady: z.boolean(),
  /** How far the pump of its pour is; null: it needs none. */
  pumpState: pumpJobState.nullable(),
  /** Whether that pump is at the site, or not needed. */
  isPumpThere: z.boolean(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  drumCapacityM3: z.number().nullable(),
  /** Weight empty, as entered for the vehicle. */
  tareKg: z.number().int().nullable(),
  driverId: z.uuid(),
  driverName: z.string(),
  /** When loading was to begin, by plan. */
  plannedAt: instant,
  /** Since when it has been at the plant, ready to load; null when it is not there. */
  waitingSince: instant.nullable(),
  call: loadingCallView.nullable(),
  mismatches: z.array(openMismatch),
  /** Number of its ticket; null while it has none. */
  ticketNo: z.string().nullable(),
  version: z.number().int(),
});
export type QueuedTripView = z.infer<typeof queuedTripView>;

export const plantQueueView = z.object({
  plantId: z.uuid(),
  plantName: z.string(),
  queueOrder,
  /** Whether trucks of orders whose site is not ready are held back. */
  holdsForSite: z.boolean(),
  /** Whether trucks of pumped orders are held back until the pump is at the site. */
  holdsForPump: z.boolean(),
  lines: z.array(plantLineView.extend({ calledTripId: z.uuid().nullable() })),
  items: z.array(queuedTripView),
  /** Whom "call next" would name; null when nobody waits. */
  nextTripId: z.uuid().nullable(),
  dataAt: instant,
});
export type PlantQueueView = z.infer<typeof plantQueueView>;

export const callTruckRequest = z.object({
  lineId: z.uuid(),
  /** Left out: the next of the queue. */
  tripId: z.uuid().optional(),
  /** Why it goes before others; needed where it does. */
  reason: reasonText.optional(),
});
export type CallTruckRequest = z.infer<typeof callTruckRequest>;
export const withdrawCallRequest = z.object({ reason: reasonText });
export type WithdrawCallRequest = z.infer<typeof withdrawCallRequest>;

/** `stands`: it is in the drum and may go. `void`: it is not this trip's concrete. */
export const batchDecision = z.enum(['stands', 'void']);
export type BatchDecision = z.infer<typeof batchDecision>;
export const settleBatchRequest = z.object({ decision: batchDecision, reason: reasonText });
export type SettleBatchRequest = z.infer<typeof settleBatchRequest>;
export const batchSettlementView = z.object({
  id: z.uuid(),
  batchRecordId: z.uuid(),
  decision: batchDecision,
  reason: z.string(),
  settledBy: z.uuid(),
  settledAt: instant,
  /** What is still to be settled of the trip. */
  mismatches: z.array(openMismatch),
});
export type BatchSettlementView = z.infer<typeof batchSettlementView>;
