import { z } from 'zod';
import { role } from './accounts.js';
import {
  dailyHours,
  day,
  dayValidity,
  endingValidity,
  instant,
  instantIn,
  lat,
  lng,
  multiPolygon,
  pageOf,
  pageQuery,
  reasonText,
} from './common.js';
import { emissionClass, plateColor, vehicleKind } from './fleet.js';
import { drawnRoutes, passRoads, passRoute } from './pass-applications.js';
import { trainingWithdrawalView } from './training-withdrawals.js';

export const registrationState = z.enum([
  'draft',
  'submitted',
  'district_reviewed',
  'city_reviewed',
  'registered',
  'sent_back',
  'suspended',
  'cancelled',
]);
export type RegistrationState = z.infer<typeof registrationState>;
/** The authorities that may have a step in the review of a registration. */
export const registrationBody = z.enum(['district_bureau', 'concrete_admin']);
export type RegistrationBody = z.infer<typeof registrationBody>;
export const registrationView = z.object({
  vehicleId: z.uuid(),
  kind: vehicleKind,
  plateNo: z.string().nullable(),
  plateColor: z.string().nullable(),
  equipmentNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  drumCapacityM3: z.number().nullable(),
  boomLengthM: z.number().nullable(),
  lineLengthM: z.number().nullable(),
  emissionClass: z.string().nullable(),
  tareKg: z.number().int().nullable(),
  ownerEnterpriseId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  /** Who acts for it: its owner, or who uses a haulage firm's by an agreement; null: nobody, or nobody whom the reader sees. */
  holderEnterpriseId: z.uuid().nullable(),
  registrationNo: z.string().nullable(),
  state: registrationState,
  /** Whose reviews it needs, as they were set when it was submitted; the last one registers it. */
  steps: z.array(registrationBody),
  /** Whose review is due; null while it is not under review. */
  dueStep: registrationBody.nullable(),
  /** Of the paper that ends first, newer ones of its kind aside; null: none names a last day. */
  papersValidity: dayValidity.nullable(),
  /** To which the reader may take it from here. */
  nextStates: z.array(registrationState),
  /** Whether the reader may put right what was entered: before a review, or sent back. */
  isCorrectable: z.boolean(),
  updatedAt: instant,
  version: z.number().int(),
});
export type RegistrationView = z.infer<typeof registrationView>;
export const registrationPage = pageOf(registrationView);
export const listRegistrationsQuery = pageQuery.extend({
  /** Those of which a paper is about to run out, or has. */
  papersValidity: endingValidity.optional(),
  state: registrationState.optional(),
  plateNo: z.string().max(12).optional(),
});
export type ListRegistrationsQuery = z.infer<typeof listRegistrationsQuery>;
export const decideRegistrationRequest = z.object({ state: registrationState, reason: reasonText });
export type DecideRegistrationRequest = z.infer<typeof decideRegistrationRequest>;
/** An enterprise sends in the papers of a vehicle, for the first time or again. */
export const submitRegistrationRequest = z.object({ reason: reasonText });
export type SubmitRegistrationRequest = z.infer<typeof submitRegistrationRequest>;

export const decisionView = z.object({
  fromState: z.string().nullable(),
  toState: z.string(),
  reason: z.string(),
  decidedBy: z.uuid(),
  /** Of the decider's account as it is now; empty for what the product did by itself. */
  decidedByRoles: z.array(role),
  decidedAt: instant,
});
export type DecisionView = z.infer<typeof decisionView>;
export const decisionList = z.object({ items: z.array(decisionView) });

/** As stored: `expiring` and `expired` follow from the clock. */
export const storedPassState = z.enum(['pending', 'valid', 'suspended', 'revoked']);
export const passState = z.enum([
  'pending',
  'valid',
  'expiring',
  'expired',
  'suspended',
  'revoked',
]);
export const passView = z.object({
  id: z.uuid(),
  passNo: z.string(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  zoneIds: z.array(z.uuid()),
  /** Named in words; empty: every road of the zones. */
  roads: z.array(z.string()),
  /** The only roads of its zones on which it holds; empty: every one. */
  routes: z.array(passRoute),
  hours: z.array(dailyHours),
  validFrom: instant,
  validTo: instant,
  /** Until then the vehicle may drive out of a zone after the end; null: no such grace. */
  leaveBy: instant.nullable(),
  /** Until then it counts on while its renewal is under review; null: none is, or it does not. */
  toleratedTo: instant.nullable(),
  issuingBody: z.string(),
  state: passState,
  /** Its vehicle's owner is barred from business, and it was not revoked yet (R31). */
  isRevocationDue: z.boolean(),
  version: z.number().int(),
});
export type PassView = z.infer<typeof passView>;
export const passPage = pageOf(passView);
export const listPassesQuery = pageQuery.extend({
  vehicleId: z.uuid().optional(),
  plateNo: z.string().max(12).optional(),
  /** As the clock and the policy make it, such as `expiring`. */
  state: passState.optional(),
  /** Those of barred enterprises that were not revoked yet, or all others. */
  isRevocationDue: z.stringbool().optional(),
});
export type ListPassesQuery = z.infer<typeof listPassesQuery>;
export const issuePassRequest = z
  .object({
    vehicleId: z.uuid(),
    zoneIds: z.array(z.uuid()).min(1).max(100),
    roads: passRoads.default([]),
    /** Left out: on every road of the zones. */
    routes: drawnRoutes.optional(),
    /** Empty: at all hours. */
    hours: z.array(dailyHours).max(20).default([]),
    validFrom: instantIn,
    validTo: instantIn,
    reason: reasonText,
  })
  .refine(({ validFrom, validTo }) => validFrom < validTo, {
    message: 'validTo lies after validFrom',
  });
export type IssuePassRequest = z.infer<typeof issuePassRequest>;
export const decidePassRequest = z.object({
  state: z.enum(['valid', 'suspended', 'revoked']),
  reason: reasonText,
});
export type DecidePassRequest = z.infer<typeof decidePassRequest>;

export const trainingKind = z.enum(['skill', 'safety']);
export type TrainingKind = z.infer<typeof trainingKind>;
export const trainingView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  kind: trainingKind,
  score: z.number().int(),
  hasPassed: z.boolean(),
  passedOn: day,
  expiresOn: day,
  /** Null for an examination that was failed, or whose result was withdrawn. */
  validity: dayValidity.nullable(),
  /** Null for an examination that was failed, or recorded without a session. */
  certificateNo: z.string().nullable(),
  /** Null: it was not withdrawn. */
  withdrawal: trainingWithdrawalView.nullable(),
});
export type TrainingView = z.infer<typeof trainingView>;
/** Of one driver, the one recorded last is the first. */
export const trainingList = z.object({ items: z.array(trainingView) });
export type TrainingList = z.infer<typeof trainingList>;
export const recordTrainingRequest = z
  .object({
    driverId: z.uuid(),
    kind: trainingKind,
    score: z.number().int().min(0).max(100),
    hasPassed: z.boolean(),
    passedOn: day,
    expiresOn: day,
  })
  .refine(({ passedOn, expiresOn }) => passedOn < expiresOn, {
    message: 'expiresOn lies after passedOn',
  });
export type RecordTrainingRequest = z.infer<typeof recordTrainingRequest>;
/** One line per driver: who may work, who may not, since when. */
export const driverTrainingView = z.object({
  driverId: z.uuid(),
  driverName: z.string(),
  enterpriseId: z.uuid(),
  skill: trainingView.nullable(),
  safety: trainingView.nullable(),
  /** His last calendar day in the enterprise; null: he is there. */
  leftOn: day.nullable(),
  mayWork: z.boolean(),
});
export type DriverTrainingView = z.infer<typeof driverTrainingView>;
/** Drivers of whom a training is about to run out, or has; those who left instead of those who are there. */
export const listDriverTrainingsQuery = pageQuery.extend({
  validity: endingValidity.optional(),
  haveLeft: z.stringbool().optional(),
});
export type ListDriverTrainingsQuery = z.infer<typeof listDriverTrainingsQuery>;
export const driverTrainingPage = pageOf(driverTrainingView);

export const zoneKind = z.enum([
  'built_up',
  'industrial_park',
  'central_town',
  'restricted_zone',
  'eco_sensitive',
]);
export type ZoneKind = z.infer<typeof zoneKind>;
/**
 * A road on or at the border of a zone that is not in it (不含): the strip of `halfWidthM` to both sides
 * of its middle line, lng and lat.
 */
export const exemptRoad = z.object({
  name: z.string().trim().min(1).max(60),
  path: z
    .array(z.tuple([lng, lat]))
    .min(2)
    .max(500),
  halfWidthM: z.number().min(3).max(100),
});
export type ExemptRoad = z.infer<typeof exemptRoad>;
/** A plate, or how plates begin: the province, the city's letter, what follows; no I and no O (GA 36). */
export const plateMark = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\p{Script=Han}([A-HJ-NP-Z][A-HJ-NP-Z0-9]{0,6}[港澳警挂学]?)?$/u);
/** The plates that a zone binds, where it tells them apart; both parts must hold. */
export const zonePlates = z
  .object({
    /** Whole plates (seven places or more) or beginnings, such as 浙A; empty: any plate. */
    listed: z.array(plateMark).max(500).default([]),
    /** True: those that are not listed, such as all but the city's own. */
    isExcept: z.boolean().default(false),
    /** The last figure of the plate, whatever letters follow it; empty: any. */
    lastFigures: z.array(z.number().int().min(0).max(9)).max(10).default([]),
  })
  .refine(({ listed, isExcept, lastFigures }) =>
    listed.length > 0 ? true : !isExcept && lastFigures.length > 0,
  );
export type ZonePlates = z.infer<typeof zonePlates>;
export const zoneView = z.object({
  zoneId: z.uuid(),
  version: z.number().int(),
  kind: zoneKind,
  name: z.string(),
  area: multiPolygon,
  /** Hours in which it binds; empty: always. */
  hours: z.array(dailyHours),
  /** Vehicle kinds it binds. */
  binds: z.array(vehicleKind),
  /** Colours of plates it binds; empty: every one. */
  plateColors: z.array(plateColor),
  /** Plates it binds; null: every one. */
  plates: zonePlates.nullable(),
  /** Emission classes that may not be in it whatever pass they carry. */
  barredEmissionClasses: z.array(z.string()),
  /** Roads that are taken out of `area`, WGS-84. */
  exemptRoads: z.array(exemptRoad),
  /** km/h; null: that of town or country holds. */
  speedLimitKph: z.number().int().nullable(),
  effectiveFrom: instant,
});
export type ZoneView = z.infer<typeof zoneView>;
export const zoneList = z.object({ items: z.array(zoneView) });
export const drawZoneRequest = z.object({
  kind: zoneKind,
  name: z.string().trim().min(2).max(80),
  crs: z.enum(['wgs84', 'gcj02', 'bd09']),
  area: multiPolygon,
  hours: z.array(dailyHours).max(20).default([]),
  binds: z.array(vehicleKind).min(1),
  plateColors: z.array(plateColor).optional(),
  plates: zonePlates.nullable().optional(),
  barredEmissionClasses: z.array(emissionClass).max(20).optional(),
  /** In the same system as `area`. */
  exemptRoads: z.array(exemptRoad).max(100).optional(),
  speedLimitKph: z.number().int().min(5).max(120).nullable().optional(),
  effectiveFrom: instantIn,
  /** From then on there is no such zone. */
  isRetired: z.boolean().optional(),
  reason: reasonText,
});
export type DrawZoneRequest = z.infer<typeof drawZoneRequest>;
