import { z } from 'zod';
import { instant, instantIn, pageOf, pageQuery, position, reasonText } from './common.js';
import { batchMismatch } from './plant-desk.js';

export const tripStage = z.enum([
  'assigned',
  'accepted',
  'loading',
  'en_route',
  'at_site',
  'unloading',
  'unloaded',
  'washing',
  'back_at_plant',
  'diverted',
  'refused',
  'cancelled',
]);
export type TripStage = z.infer<typeof tripStage>;
export const stageEvidence = z.enum([
  'geofence',
  'drum_sensor',
  'plant_desk',
  'dispatcher',
  'claim',
]);
export type StageEvidence = z.infer<typeof stageEvidence>;
export const tripView = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  enterpriseId: z.uuid(),
  orderId: z.uuid(),
  orderNo: z.string(),
  loadNo: z.number().int(),
  grade: z.string(),
  slumpMm: z.number().int(),
  pourLocation: z.string(),
  plannedM3: z.number(),
  batchedM3: z.number().nullable(),
  /** Taken off at sites that it was sent on from. */
  takenElsewhereM3: z.number(),
  batchedAt: instant.nullable(),
  plantId: z.uuid(),
  plantName: z.string(),
  siteId: z.uuid(),
  siteName: z.string(),
  sitePosition: position,
  /** How to find the site where there is no address (R20). */
  siteLandmark: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  driverId: z.uuid(),
  driverName: z.string(),
  stage: tripStage,
  /** What the driver's big button records; null when the trip is over. */
  nextStage: tripStage.nullable(),
  /** How it was last sent elsewhere than ordered; null when it never was. */
  diversion: z
    .object({
      kind: z.enum(['order', 'place', 'plant']),
      at: instant,
      fromOrderNo: z.string(),
      fromSiteName: z.string(),
      /** The plant that it goes back to. */
      plantName: z.string().nullable(),
      takenM3: z.number(),
      carriedM3: z.number(),
      reason: z.string(),
      approvedBy: z.string(),
    })
    .nullable(),
  /** Time and evidence of each stage that was reached. */
  stages: z.array(z.object({ stage: tripStage, at: instant, evidence: stageEvidence })),
  version: z.number().int(),
});
export type TripView = z.infer<typeof tripView>;
export const tripPage = pageOf(tripView);
export const listTripsQuery = pageQuery.extend({
  isOpen: z.stringbool().optional(),
  vehicleId: z.uuid().optional(),
});
export type ListTripsQuery = z.infer<typeof listTripsQuery>;

/** A stage recorded for a driver by dispatcher or plant desk. */
export const recordStageRequest = z.object({
  id: z.uuid(),
  stage: tripStage,
  at: instantIn,
  reason: reasonText.optional(),
});
export type RecordStageRequest = z.infer<typeof recordStageRequest>;
export const batchRecordRequest = z.object({
  tripId: z.uuid(),
  vehicleId: z.uuid(),
  plantId: z.uuid(),
  grade: z.string().min(1).max(64),
  batchedM3: z.number().min(0.1).max(30),
  batchedAt: instantIn,
  /** The line that batched it, where the plant tells. */
  lineId: z.uuid().optional(),
  /** The recipe that it was made by, where the plant tells. */
  mixDesignNo: z.string().trim().min(1).max(60).optional(),
});
export type BatchRecordRequest = z.infer<typeof batchRecordRequest>;
export const batchRecordView = z.object({
  id: z.uuid(),
  tripId: z.uuid(),
  vehicleId: z.uuid(),
  plantId: z.uuid(),
  grade: z.string(),
  batchedM3: z.number(),
  batchedAt: instant,
  lineId: z.uuid().nullable(),
  mixDesignNo: z.string().nullable(),
  /** What does not fit the trip; the ticket waits until somebody has settled it. */
  mismatches: z.array(batchMismatch),
});
export type BatchRecordView = z.infer<typeof batchRecordView>;
