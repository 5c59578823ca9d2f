import { z } from 'zod';
import { role } from './accounts.js';
import { alertCode } from './alerts.js';
import { crs, dailyHours, instant, instantIn } from './common.js';
import { creditGrade, plateColor, vehicleKind } from './fleet.js';
import { reasonView } from './permission.js';
import { refusal } from './refusal.js';

export const roadsideVerdict = z.enum([
  'may_pass',
  'may_not_pass',
  'not_registered',
  'near_border',
  'cannot_verify',
]);
export type RoadsideVerdict = z.infer<typeof roadsideVerdict>;

/** What a vehicle is asked about for, in the words of the road: kept with the question. */
export const roadsidePurpose = z.enum([
  'patrol',
  'checkpoint',
  'violation',
  'accident',
  'complaint',
  'other',
]);
export type RoadsidePurpose = z.infer<typeof roadsidePurpose>;

/** A purpose, and what is said beside it; `other` has to say what it is. */
const statedPurpose = {
  purpose: roadsidePurpose.optional(),
  purposeNote: z.string().trim().min(2).max(200).optional(),
};
const isPurposeSaid = ({
  purpose,
  purposeNote,
}: {
  readonly purpose?: RoadsidePurpose | undefined;
  readonly purposeNote?: string | undefined;
}): boolean => purpose !== 'other' || purposeNote !== undefined;
const PURPOSE_UNSAID = {
  message: 'purposeNote says what the other purpose is',
  path: ['purposeNote'],
};

/** A number in a query; an empty text is none, and not 0. */
const numberInQuery = (number: z.ZodType<number, unknown>) =>
  z.preprocess((text) => (text === '' ? Number.NaN : text), number);

const PLACE_INCOMPLETE = { message: 'a place is lng, lat and crs together' };
const isPlaceWhole = ({
  lng,
  lat,
  crs: system,
}: {
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
  readonly crs?: string | undefined;
}): boolean =>
  (lng === undefined) === (lat === undefined) && (lng === undefined || system !== undefined);

export const roadsideQuery = z
  .object({
    color: plateColor.optional(),
    lng: numberInQuery(z.coerce.number().min(-180).max(180)).optional(),
    lat: numberInQuery(z.coerce.number().min(-90).max(90)).optional(),
    crs: crs.optional(),
    accuracyM: numberInQuery(z.coerce.number().min(0).max(5_000)).optional(),
    at: instantIn.optional(),
    ...statedPurpose,
  })
  .refine(isPurposeSaid, PURPOSE_UNSAID)
  .refine(isPlaceWhole, PLACE_INCOMPLETE);
export type RoadsideQuery = z.infer<typeof roadsideQuery>;

/** A kind of alert, or what an officer put on record at the roadside. */
export const recentViolationKind = z.enum([...alertCode.options, 'roadside_finding']);
export type RecentViolationKind = z.infer<typeof recentViolationKind>;

/** What is told as it is when the question is asked, also to whoever asks about another instant. */
export const presentFact = z.enum([
  'vehicle',
  'owner',
  'credit_grade',
  'renewal_under_review',
  'trip_stage',
]);
export type PresentFact = z.infer<typeof presentFact>;

export const roadsideView = z.object({
  verdict: roadsideVerdict,
  /** Of what carries no plate, its equipment number. */
  plateNo: z.string(),
  plateColor: plateColor.nullable(),
  /** Several vehicles carry it, in different colours: ask again with its colour. */
  isPlateAmbiguous: z.boolean(),
  /** The zone or zones the answer was judged for; empty: outside every zone, or no place given. */
  zones: z.array(z.object({ zoneId: z.uuid(), name: z.string(), kind: z.string() })),
  /** Roads left out of zones (不含) that it may be on, within the error of its place. */
  roadsLeftOut: z.array(z.object({ zoneName: z.string(), roadName: z.string() })),
  reasons: z.array(reasonView),
  vehicle: z
    .object({
      kind: vehicleKind,
      /** Who answers for it: its owner, or who uses a haulage firm's by an agreement in force. */
      enterpriseName: z.string().nullable(),
      creditGrade: creditGrade.nullable(),
      /** That enterprise is barred from business (R31), which forbids its work and not the road. */
      isEnterpriseBarred: z.boolean(),
      /** The haulage or pump firm that owns it, in words; null: none is stated. */
      ownerName: z.string().nullable(),
      registrationState: z.string().nullable(),
      /** Of the registration, by the office of `byRoles`; null: it is not suspended. */
      suspension: z
        .object({ since: instant, byRoles: z.array(role), reason: z.string() })
        .nullable(),
    })
    .nullable(),
  pass: z
    .object({
      passNo: z.string(),
      state: z.string(),
      validFrom: instant,
      validTo: instant,
      /** Until then it may drive out of a zone after the end; null: no such grace. */
      leaveBy: instant.nullable(),
      /** Until then it counts on, for its renewal is under review; null: it does not. */
      toleratedTo: instant.nullable(),
      hours: z.array(dailyHours),
      zoneNames: z.array(z.string()),
      /** Names of the only roads on which it holds; empty: every one of its zones. */
      routeNames: z.array(z.string()),
    })
    .nullable(),
  driver: z.object({ maskedName: z.string(), isTrained: z.boolean() }).nullable(),
  trip: z
    .object({
      orderNo: z.string(),
      plantName: z.string(),
      siteName: z.string(),
      stage: z.string(),
      /** Minutes of the concrete's life left; null when nothing is in the drum. */
      concreteLeftMin: z.number().nullable(),
      /** Its site against the operating radius of its plant; null: the plant has none on record. */
      supplyRange: z
        .object({
          isInside: z.boolean(),
          distanceM: z.number(),
          /** Null where the range is drawn as a shape. */
          limitM: z.number().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  openAlerts: z.number().int(),
  /** Within the last `days`, ended ones too, none that was called false; the newest few. */
  recentViolations: z.object({
    days: z.number().int(),
    count: z.number().int(),
    newest: z.array(
      z.object({ kind: recentViolationKind, at: instant, endedAt: instant.nullable() }),
    ),
  }),
  judgedFor: instant,
  dataAt: instant,
  /** Which of the above are of `dataAt`, not of `judgedFor`; empty where these are the same. */
  presentFacts: z.array(presentFact),
  checkId: z.uuid(),
});
export type RoadsideView = z.infer<typeof roadsideView>;

const MOST_PLATES = 500;

/** Many plates at once, each with its own place; one purpose and one instant for all. */
export const checkPlatesRequest = z
  .object({
    plates: z
      .array(
        z
          .object({
            /**
             * In any manner of typing, or an equipment number; what can be neither is refused in its
             * row alone.
             */
            plateNo: z.string().max(40),
            color: plateColor.optional(),
            lng: z.number().min(-180).max(180).optional(),
            lat: z.number().min(-90).max(90).optional(),
            crs: crs.optional(),
            accuracyM: z.number().min(0).max(5_000).optional(),
          })
          .refine(isPlaceWhole, PLACE_INCOMPLETE),
      )
      .min(1)
      .max(MOST_PLATES),
    at: instantIn.optional(),
    ...statedPurpose,
  })
  .refine(isPurposeSaid, PURPOSE_UNSAID);
export type CheckPlatesRequest = z.infer<typeof checkPlatesRequest>;

/** In the order asked: for each plate the answer that it alone would get, or why it has none. */
export const checkPlatesView = z.object({
  items: z.array(
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), answer: roadsideView }),
      z.object({ ok: z.literal(false), refusal }),
    ]),
  ),
});
export type CheckPlatesView = z.infer<typeof checkPlatesView>;
