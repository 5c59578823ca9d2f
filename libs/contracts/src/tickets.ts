import { z } from 'zod';
import { instant, instantIn, reasonText } from './common.js';
import { loadKind } from './load-kind.js';
import { openMismatch } from './plant-desk.js';

const words = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);

/** What a delivery ticket says of the contract; what is not known stays blank. */
export const orderTerms = z.object({
  contractNo: words(60),
  mixDesignNo: words(60),
  unitPriceCny: z.number().min(0).max(100_000).nullable().default(null),
  salesRepName: words(40),
  salesRepPhone: words(20),
  note: words(200),
});
export type OrderTerms = z.infer<typeof orderTerms>;

export const weighingKind = z.enum(['tare', 'gross']);
export type WeighingKind = z.infer<typeof weighingKind>;
export const weighingSource = z.enum(['hand', 'weighbridge']);
export type WeighingSource = z.infer<typeof weighingSource>;
const kg = z.number().int().min(500).max(120_000);
/** Weighing again is one more row; the latest of its kind counts. */
export const weighingRequest = z.object({
  kind: weighingKind,
  kg,
  source: weighingSource.default('hand'),
  weighedAt: instantIn,
});
export type WeighingRequest = z.infer<typeof weighingRequest>;
export const weighingView = z.object({
  id: z.uuid(),
  kind: weighingKind,
  kg: z.number().int(),
  source: weighingSource,
  weighedAt: instant,
  recordedByName: z.string().nullable(),
});
export type WeighingView = z.infer<typeof weighingView>;
/** Worth a look; it stands against nothing. */
export const weightNotice = z.enum(['density_low', 'density_high', 'gross_below_tare']);
export type WeightNotice = z.infer<typeof weightNotice>;
export const weightsView = z.object({
  tareKg: z.number().int().nullable(),
  /** `registered`: not weighed for this trip, taken from the vehicle. */
  tareSource: z.enum(['weighed', 'registered']).nullable(),
  grossKg: z.number().int().nullable(),
  netKg: z.number().int().nullable(),
  /** Net weight by the batched volume. */
  densityKgPerM3: z.number().nullable(),
  notices: z.array(weightNotice),
});
export type WeightsView = z.infer<typeof weightsView>;

export const exWorksTestRequest = z.object({
  slumpMm: z.number().int().min(0).max(300),
  temperatureC: z.number().min(-20).max(80).nullable().default(null),
  inspectorName: z.string().trim().min(1).max(40),
  testedAt: instantIn,
});
export type ExWorksTestRequest = z.infer<typeof exWorksTestRequest>;
export const exWorksTestView = z.object({
  slumpMm: z.number().int(),
  temperatureC: z.number().nullable(),
  inspectorName: z.string(),
  testedAt: instant,
});
export type ExWorksTestView = z.infer<typeof exWorksTestView>;

/** What is printed, as it was known when the ticket was issued. */
export const ticketContent = z.object({
  supplierName: z.string(),
  buyerName: z.string(),
  contractNo: z.string().nullable(),
  orderNo: z.string(),
  loadNo: z.number().int(),
  projectName: z.string(),
  siteName: z.string(),
  pourLocation: z.string(),
  placingMethod: z.enum(['chute', 'pump']),
  /** Tickets from before it was told apart are of concrete. */
  kind: loadKind.default('concrete'),
  grade: z.string(),
  slumpMm: z.number().int(),
  mixDesignNo: z.string().nullable(),
  plantName: z.string(),
  lineName: z.string().nullable(),
  plateNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  driverName: z.string(),
  m3: z.number(),
  /** With this one, of the order. */
  cumM3: z.number(),
  cumLoads: z.number().int(),
  orderedM3: z.number(),
  tareKg: z.number().int().nullable(),
  grossKg: z.number().int().nullable(),
  netKg: z.number().int().nullable(),
  receiverName: z.string().nullable(),
  receiverPhone: z.string().nullable(),
  salesRepName: z.string().nullable(),
  salesRepPhone: z.string().nullable(),
  unitPriceCny: z.number().nullable(),
  note: z.string().nullable(),
  batchedAt: instant,
  exWorksTest: exWorksTestView.nullable(),
  /** The ticket it went with before it was diverted; null: it was not. */
  replaces: z
    .object({
      ticketNo: z.string(),
      orderNo: z.string(),
      siteName: z.string(),
      /** What was batched for it. */
      grade: z.string(),
    })
    .nullable()
    .default(null),
});
export type TicketContent = z.infer<typeof ticketContent>;

/** Strokes as drawn, in the units of a field `width` by `height`. */
export const signature = z.object({
  width: z.number().int().min(1).max(4_000),
  height: z.number().int().min(1).max(4_000),
  strokes: z
    .array(
      z
        .array(z.tuple([z.number().int(), z.number().int()]))
        .min(1)
        .max(2_000),
    )
    .min(1)
    .max(200),
});
export type Signature = z.infer<typeof signature>;

const m3 = z.number().min(0).max(30);
export const acceptanceRequest = z
  .object({
    /** Made by the phone; the same id is taken once. */
    id: z.uuid(),
    ticketId: z.uuid(),
    slumpMm: z.number().int().min(0).max(300).nullable().default(null),
    signedM3: m3,
    refusedM3: m3.default(0),
    refusedReason: reasonText.nullable().default(null),
    /** Good concrete that the site did not need; it goes back. */
    returnedM3: m3.default(0),
    signerName: z.string().trim().min(1).max(40),
    signature: signature.nullable().default(null),
    signedAt: instantIn,
  })
  .refine(({ refusedM3, refusedReason }) => refusedM3 === 0 || refusedReason !== null, {
    message: 'say why concrete was refused',
  });
export type AcceptanceRequest = z.infer<typeof acceptanceRequest>;
export const acceptanceView = z.object({
  id: z.uuid(),
  slumpMm: z.number().int().nullable(),
  signedM3: z.number(),
  refusedM3: z.number(),
  refusedReason: z.string().nullable(),
  returnedM3: z.number(),
  signerName: z.string(),
  signature: signature.nullable(),
  signedAt: instant,
});
export type AcceptanceView = z.infer<typeof acceptanceView>;

export const ticketState = z.enum([
  'issued',
  'accepted',
  'accepted_in_part',
  'refused',
  'replaced',
  'void',
]);
export type TicketState = z.infer<typeof ticketState>;
export const ticketView = z.object({
  id: z.uuid(),
  tripId: z.uuid(),
  orderId: z.uuid(),
  ticketNo: z.string(),
  state: ticketState,
  issuedAt: instant,
  issuedByName: z.string().nullable(),
  content: ticketContent,
  leftPlantAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  unloadStartAt: instant.nullable(),
  unloadEndAt: instant.nullable(),
  acceptance: acceptanceView.nullable(),
  /** Number of the ticket that stands for it since its load was diverted; null: none does. */
  replacedByNo: z.string().nullable(),
  voided: z.object({ at: instant, byName: z.string().nullable(), reason: z.string() }).nullable(),
});
export type TicketView = z.infer<typeof ticketView>;
export const voidTicketRequest = z.object({ reason: reasonText });
export type VoidTicketRequest = z.infer<typeof voidTicketRequest>;

/** A test beyond its limit, and the decision that set the limit. */
export const qualityFinding = z.object({
  code: z.enum(['slump_low', 'slump_high', 'temperature_low', 'temperature_high']),
  where: z.enum(['plant', 'site']),
  value: z.number(),
  limit: z.number(),
  policyVersion: z.string(),
  source: z.string(),
});
export type QualityFindingView = z.infer<typeof qualityFinding>;

/** Everything on paper of one trip: weights, tests, tickets with the void ones, what blocks one. */
export const tripPapersView = z.object({
  tripId: z.uuid(),
  batchedM3: z.number().nullable(),
  mismatches: z.array(openMismatch),
  weighings: z.array(weighingView),
  weights: weightsView,
  exWorksTests: z.array(exWorksTestView),
  quality: z.array(qualityFinding),
  /** The latest first. */
  tickets: z.array(ticketView),
});
export type TripPapersView = z.infer<typeof tripPapersView>;
