import { z } from 'zod';
import {
  day,
  instant,
  instantIn,
  pageOf,
  pageQuery,
  position,
  positionIn,
  reasonText,
} from './common.js';
import { plateColor, plateNo } from './fleet.js';
import { reasonView } from './permission.js';
import { batchMismatch, loadingCallView } from './plant-desk.js';
import { loadKind } from './load-kind.js';
import { orderGrade } from './order-grade.js';
import { pumpJobState, pumpStage } from './pumping.js';
import { orderTerms, ticketView } from './tickets.js';

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
const pumpStageTimes = z.array(
  z.object({ stage: pumpStage, at: instant, evidence: stageEvidence }),
);

export const siteView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  projectName: z.string(),
  contractor: z.string(),
  position,
  fenceRadiusM: z.number().int(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  version: z.number().int(),
});
export type SiteView = z.infer<typeof siteView>;
export const sitePage = pageOf(siteView);
export const createSiteRequest = z.object({
  enterpriseId: z.uuid(),
  name: z.string().trim().min(2).max(80),
  projectName: z.string().trim().min(2).max(120),
  contractor: z.string().trim().min(2).max(120),
  position: positionIn,
  fenceRadiusM: z.number().int().min(30).max(2_000).default(150),
  contactName: z.string().max(40).nullable().default(null),
  contactPhone: z.string().max(20).nullable().default(null),
});
export type CreateSiteRequest = z.infer<typeof createSiteRequest>;

export const createOrderRequest = z
  .object({
    siteId: z.uuid(),
    plantId: z.uuid(),
    grade: orderGrade,
    slumpMm: z.number().int().min(10).max(300),
    placingMethod,
    pourLocation: z.string().trim().min(1).max(120),
    plannedM3: z.number().min(0.5).max(20_000),
    rateM3PerHour: z.number().min(1).max(500),
    firstOnSiteAt: instantIn,
    isPumpNeeded: z.boolean(),
    /** Horizontal reach asked of the boom, metres. */
    pumpReachM: z.number().min(1).max(120).nullable().default(null),
    /** Mortar that goes through the pump first, as a load of its own, m³; 0: none. */
    primingM3: z.number().min(0).max(5).default(0),
    isEmergency: z.boolean().default(false),
    terms: orderTerms.optional(),
  })
  .refine(({ isPumpNeeded, placingMethod: method }) => isPumpNeeded === (method === 'pump'), {
    message: 'a pumped pour needs a pump and only a pumped pour does',
  })
  .refine(({ isPumpNeeded, primingM3 }) => isPumpNeeded || primingM3 === 0, {
    message: 'only a pump is primed',
    path: ['primingM3'],
  });
export type CreateOrderRequest = z.infer<typeof createOrderRequest>;

export const assignmentView = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  loadId: z.uuid().nullable(),
  pumpJobId: z.uuid().nullable(),
  plantId: z.uuid(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  driverId: z.uuid(),
  driverName: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(['released', 'done', 'cancelled']),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  overrideReason: z.string().nullable(),
  version: z.number().int(),
});
export type AssignmentView = z.infer<typeof assignmentView>;

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
  pumpReachM: z.number().nullable(),
  /** Mortar that goes through the pump first, m³; none of the planned volume. */
  primingM3: z.number(),
  isEmergency: z.boolean(),
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
  pumpJob: pumpJobView.nullable(),
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

export const assignRequest = z.object({
  vehicleId: z.uuid(),
  driverId: z.uuid(),
  /** States why, where a reason against may be overridden by the asker. */
  overrideReason: reasonText.optional(),
});
export type AssignRequest = z.infer<typeof assignRequest>;
export const cancelAssignmentRequest = z.object({ reason: reasonText });
export type CancelAssignmentRequest = z.infer<typeof cancelAssignmentRequest>;

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
  /** What does not fit the trip; the ticket waits until somebody has settled it. */
  mismatches: z.array(batchMismatch),
});
export type BatchRecordView = z.infer<typeof batchRecordView>;

export const dutyState = z.enum(['off_duty', 'checked_in', 'queued', 'on_trip', 'resting']);
export const dutyView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  state: dutyState,
  clockInAt: instant,
  clockOutAt: instant.nullable(),
});
export type DutyView = z.infer<typeof dutyView>;
export const clockInRequest = z.object({
  /** Made by the phone, so that a repeat is recognised. */
  id: z.uuid(),
  plateNo,
  plateColor,
  at: instantIn,
});
export type ClockInRequest = z.infer<typeof clockInRequest>;
export const clockOutRequest = z.object({ at: instantIn });
export type ClockOutRequest = z.infer<typeof clockOutRequest>;

/** A driver says when he begins his next day. */
export const confirmStartRequest = z.object({
  /** Made by the phone, so that a repeat is recognised. */
  id: z.uuid(),
  startsAt: instantIn,
  at: instantIn,
});
export type ConfirmStartRequest = z.infer<typeof confirmStartRequest>;

/** A pump's job as its operator's phone shows it. */
export const operatorPumpJobView = z.object({
  id: z.uuid(),
  orderNo: z.string(),
  pourLocation: z.string(),
  plannedM3: z.number(),
  pumpReachM: z.number().nullable(),
  state: pumpJobState,
  nextStage: pumpStage.nullable(),
  stages: pumpStageTimes,
  plantName: z.string(),
  siteName: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** To leave its plant, to be set up, and to be needed until then. */
  departAt: instant,
  readyByAt: instant,
  untilAt: instant,
});
export type OperatorPumpJobView = z.infer<typeof operatorPumpJobView>;

/** The driver's one screen: who he is, his duty, his trip, or why he may not drive. */
export const driverDayView = z.object({
  driverId: z.uuid(),
  driverName: z.string(),
  enterpriseName: z.string(),
  duty: dutyView.nullable(),
  trip: tripView.nullable(),
  waitingTrips: z.number().int(),
  /** The job of the pump that he works; null: none. */
  pumpJob: operatorPumpJobView.nullable(),
  /** The line that he is called to; null when he is not. */
  call: loadingCallView.nullable(),
  /** The delivery ticket of his trip; null until the plant has issued it. */
  ticket: ticketView.nullable(),
  /** When his next job begins; null: he has none that has not begun. */
  nextJobAt: instant.nullable(),
  /** What he said of when he begins; null: nothing yet. */
  start: z.object({ operatingOn: day, startsAt: instant, confirmedAt: instant }).nullable(),
  reasons: z.array(reasonView),
  dataAt: instant,
});
export type DriverDayView = z.infer<typeof driverDayView>;

export const claimRequest = z.object({
  claims: z
    .array(
      z.object({
        /** Made by the phone; the same id is taken once. */
        id: z.uuid(),
        tripId: z.uuid(),
        stage: tripStage,
        claimedAt: instantIn,
      }),
    )
    .min(1)
    .max(200),
});
export type ClaimRequest = z.infer<typeof claimRequest>;
export const pumpClaimRequest = z.object({
  claims: z
    .array(
      z.object({
        /** Made by the phone; the same id is taken once. */
        id: z.uuid(),
        pumpJobId: z.uuid(),
        stage: pumpStage,
        claimedAt: instantIn,
      }),
    )
    .min(1)
    .max(200),
});
export type PumpClaimRequest = z.infer<typeof pumpClaimRequest>;
/** Recorded for the operator, by a dispatcher or the plant's desk. */
export const recordPumpStageRequest = z.object({
  /** Made by the sender, so that a repeat is recognised. */
  id: z.uuid(),
  stage: pumpStage,
  at: instantIn,
});
export type RecordPumpStageRequest = z.infer<typeof recordPumpStageRequest>;
/** `applied`: set a time. `kept`: evidence already had one. `to_settle`: against a changed plan. */
export const claimOutcome = z.enum(['applied', 'kept', 'to_settle']);
export type ClaimOutcome = z.infer<typeof claimOutcome>;
export const claimResultsView = z.object({
  results: z.array(
    z.object({ id: z.uuid(), outcome: claimOutcome, reason: z.string().nullable() }),
  ),
  day: driverDayView,
});
export type ClaimResultsView = z.infer<typeof claimResultsView>;
