import { z } from 'zod';
import {
  day,
  instant,
  instantIn,
  pageOf,
  pageQuery,
  polygon,
  position,
  positionIn,
  reasonText,
} from './common.js';

export const enterpriseMode = z.enum(['dispatch', 'declared', 'tracked']);
export const creditGrade = z.enum(['excellent', 'good', 'qualified', 'basic', 'failed']);
export type CreditGrade = z.infer<typeof creditGrade>;
export const vehicleKind = z.enum(['mixer', 'boom_pump', 'line_pump', 'trailer_pump']);
export type VehicleKind = z.infer<typeof vehicleKind>;
export const plateColor = z.enum([
  'yellow',
  'yellow_green',
  'blue',
  'green',
  'black',
  'white',
  'other',
]);
export type PlateColor = z.infer<typeof plateColor>;
/** Of mixers and pumps: heavy vehicles carry yellow plates, those of new energy yellow-green ones. */
export const heavyPlateColor = plateColor.extract(['yellow', 'yellow_green']);

/** As registration certificates name them. */
export const emissionClass = z.enum(['国一', '国二', '国三', '国四', '国五', '国六', '新能源']);
export type EmissionClass = z.infer<typeof emissionClass>;

/** A plate as Chinese vehicles carry it: province, city letter, five or six places, no I or O. */
export const plateNo = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[\u4e00-\u9fa5][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$/u);

/** What is painted on a pump that has no plate. */
export const equipmentNo = z.string().trim().min(2).max(40);

export const enterpriseView = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  district: z.string(),
  mode: enterpriseMode,
  creditGrade: creditGrade.nullable(),
  isBarred: z.boolean(),
  /** Its credit grade takes new orders from it. */
  areOrdersBlocked: z.boolean(),
  version: z.number().int(),
});
export type EnterpriseView = z.infer<typeof enterpriseView>;
export const enterprisePage = pageOf(enterpriseView);
export const enterpriseNames = z.object({
  items: z.array(enterpriseView.pick({ id: true, name: true, shortName: true })),
});
export type EnterpriseNames = z.infer<typeof enterpriseNames>;
export const createEnterpriseRequest = z.object({
  name: z.string().trim().min(2).max(120),
  shortName: z.string().trim().min(1).max(20),
  district: z.string().trim().min(1).max(40),
  mode: enterpriseMode.default('dispatch'),
});
export type CreateEnterpriseRequest = z.infer<typeof createEnterpriseRequest>;

export const changeEnterpriseModeRequest = z.object({ mode: enterpriseMode, reason: reasonText });
export type ChangeEnterpriseModeRequest = z.infer<typeof changeEnterpriseModeRequest>;
export const enterpriseModeDecisionView = z.object({
  fromMode: enterpriseMode,
  toMode: enterpriseMode,
  reason: z.string(),
  decidedBy: z.uuid(),
  /** The new mode holds from then on. */
  decidedAt: instant,
});
export type EnterpriseModeDecisionView = z.infer<typeof enterpriseModeDecisionView>;
export const enterpriseModeDecisions = z.object({ items: z.array(enterpriseModeDecisionView) });
export type EnterpriseModeDecisions = z.infer<typeof enterpriseModeDecisions>;

export const plantLicenceState = z.enum(['licensed', 'unlicensed', 'suspended', 'closed']);
export type PlantLicenceState = z.infer<typeof plantLicenceState>;

export const rangeMeasure = z.enum(['great_circle', 'road']);
export const plantRangeView = z.object({
  radiusM: z.number().int().nullable(),
  area: polygon.nullable(),
  measure: rangeMeasure,
  effectiveFrom: instant,
  reason: z.string(),
});
export type PlantRangeView = z.infer<typeof plantRangeView>;

export const plantView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  position,
  fenceRadiusM: z.number().int(),
  licenceNo: z.string().nullable(),
  licenceState: plantLicenceState,
  isBranch: z.boolean(),
  /** The range in force; null when the administration has set none. */
  range: plantRangeView.nullable(),
  /** Names of the eco-sensitive zones in force that it lies in: it has to move away (R45). */
  ecoZones: z.array(z.string()),
  version: z.number().int(),
});
export type PlantView = z.infer<typeof plantView>;
export const plantPage = pageOf(plantView);
export const createPlantRequest = z.object({
  enterpriseId: z.uuid(),
  name: z.string().trim().min(2).max(80),
  position: positionIn,
  fenceRadiusM: z.number().int().min(50).max(2_000).default(200),
  /** Left out: the plant is not licensed until the administration decides so. */
  licenceNo: z.string().trim().min(1).max(60).nullable().default(null),
});
export type CreatePlantRequest = z.infer<typeof createPlantRequest>;
/** What the administration decides on a plant's licence; `isBranch`: a branch station (分站). */
export const decidePlantLicenceRequest = z.object({
  licenceState: plantLicenceState,
  licenceNo: z.string().trim().min(1).max(60).nullable(),
  isBranch: z.boolean(),
  reason: reasonText,
});
export type DecidePlantLicenceRequest = z.infer<typeof decidePlantLicenceRequest>;
/** A line loads one truck at a time. */
export const plantLineView = z.object({
  id: z.uuid(),
  plantId: z.uuid(),
  name: z.string(),
  rateM3PerHour: z.number(),
});
export type PlantLineView = z.infer<typeof plantLineView>;
export const plantLinesView = z.object({ items: z.array(plantLineView) });
export const createPlantLineRequest = z.object({
  name: z.string().trim().min(1).max(40),
  rateM3PerHour: z.number().min(10).max(400),
});
export type CreatePlantLineRequest = z.infer<typeof createPlantLineRequest>;
export const setPlantRangeRequest = z
  .object({
    radiusM: z.number().int().min(1_000).max(200_000).nullable().default(null),
    area: polygon.nullable().default(null),
    measure: rangeMeasure.default('great_circle'),
    effectiveFrom: instantIn,
    reason: reasonText,
  })
  .refine(({ radiusM, area }) => (radiusM === null) !== (area === null), {
    message: 'state either a radius or an area',
  });
export type SetPlantRangeRequest = z.infer<typeof setPlantRangeRequest>;

export const vehicleView = z.object({
  id: z.uuid(),
  kind: vehicleKind,
  plateNo: z.string().nullable(),
  plateColor: plateColor.nullable(),
  equipmentNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  ownerName: z.string().nullable(),
  ownerEnterpriseId: z.uuid().nullable(),
  isProvisional: z.boolean(),
  drumCapacityM3: z.number().nullable(),
  boomLengthM: z.number().nullable(),
  lineLengthM: z.number().nullable(),
  emissionClass: z.string().nullable(),
  tareKg: z.number().int().nullable(),
  terminalId: z.uuid().nullable(),
  version: z.number().int(),
});
export type VehicleView = z.infer<typeof vehicleView>;
export const vehiclePage = pageOf(vehicleView);
export const listVehiclesQuery = pageQuery.extend({
  kind: vehicleKind.optional(),
  plateNo: z.string().max(12).optional(),
  isProvisional: z.stringbool().optional(),
});
export type ListVehiclesQuery = z.infer<typeof listVehiclesQuery>;
const describedVehicle = z.object({
  kind: vehicleKind,
  plateNo: plateNo.nullable().default(null),
  plateColor: plateColor.nullable().default(null),
  equipmentNo: equipmentNo.nullable().default(null),
  fleetNo: z.string().max(20).nullable().default(null),
  ownerName: z.string().max(120).nullable().default(null),
  drumCapacityM3: z.number().min(1).max(30).nullable().default(null),
  boomLengthM: z.number().min(10).max(120).nullable().default(null),
  /** Of the pipes that a line or trailer pump brings, m; null: as many as a site needs. */
  lineLengthM: z.number().min(10).max(1_000).nullable().default(null),
  emissionClass: emissionClass.nullable().default(null),
  tareKg: z.number().int().min(500).max(60_000).nullable().default(null),
});
/** What is entered of a vehicle, beside whose it is. */
export type DescribedVehicle = z.infer<typeof describedVehicle>;

const isNamed = ({ kind, plateNo: plate, plateColor: color, equipmentNo: no }: DescribedVehicle) =>
  kind === 'trailer_pump' ? no !== null : plate !== null && color !== null;
const NAMED = {
  message: 'a trailer pump has an equipment number, every other vehicle a plate and its colour',
};
const isMeasured = ({ kind, drumCapacityM3 }: DescribedVehicle) =>
  kind !== 'mixer' || drumCapacityM3 !== null;
const MEASURED = { message: 'a mixer has a drum capacity' };

export const createVehicleRequest = describedVehicle
  .extend({ ownerEnterpriseId: z.uuid().nullable().default(null) })
  .refine(isNamed, NAMED)
  .refine(isMeasured, MEASURED);
export type CreateVehicleRequest = z.infer<typeof createVehicleRequest>;
/** A vehicle as it should have been entered, in full; it changes hands by a transfer. */
export const correctVehicleRequest = describedVehicle
  .extend({ reason: reasonText })
  .refine(isNamed, NAMED)
  .refine(isMeasured, MEASURED);
export type CorrectVehicleRequest = z.infer<typeof correctVehicleRequest>;

/** Where an enterprise has a vehicle begin and end its days. */
export const stateVehicleHomeRequest = z
  .object({
    enterpriseId: z.uuid(),
    /** Null: as the planner guesses, where it was last. */
    homePlantId: z.uuid().nullable(),
    /** Null: where it begins. */
    endPlantId: z.uuid().nullable().default(null),
  })
  .refine(({ homePlantId, endPlantId }) => homePlantId !== null || endPlantId === null, {
    message: 'ends somewhere, but begins nowhere',
    path: ['homePlantId'],
  });
export type StateVehicleHomeRequest = z.infer<typeof stateVehicleHomeRequest>;
export const vehicleHomeView = z.object({
  vehicleId: z.uuid(),
  enterpriseId: z.uuid(),
  homePlantId: z.uuid().nullable(),
  endPlantId: z.uuid().nullable(),
});
export type VehicleHomeView = z.infer<typeof vehicleHomeView>;

export const useKind = z.enum(['own', 'hired', 'loaned', 'joint_supply']);
export const agreeUseRequest = z.object({
  enterpriseId: z.uuid(),
  kind: useKind,
  validFrom: instantIn,
  validTo: instantIn.nullable().default(null),
});
export type AgreeUseRequest = z.infer<typeof agreeUseRequest>;
export const useAgreementView = z.object({
  id: z.uuid(),
  vehicleId: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  kind: useKind,
  validFrom: instant,
  /** First instant at which it holds no more by itself; null: until further notice. */
  validTo: instant.nullable(),
  /** Ended before its time; null: it was not. */
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
});
export type UseAgreementView = z.infer<typeof useAgreementView>;
/** Of one vehicle, the latest to begin first, ended and coming ones too. */
export const useAgreements = z.object({ items: z.array(useAgreementView) });
export type UseAgreements = z.infer<typeof useAgreements>;
export const endUseRequest = z.object({ reason: reasonText });
export type EndUseRequest = z.infer<typeof endUseRequest>;

export const driverView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  phone: z.string(),
  licenceClass: z.string(),
  /** His last calendar day in the enterprise; null: he is there. */
  leftOn: day.nullable(),
  version: z.number().int(),
});
export type DriverView = z.infer<typeof driverView>;
export const driverPage = pageOf(driverView);
export const createDriverRequest = z.object({
  enterpriseId: z.uuid(),
  name: z.string().trim().min(2).max(40),
  phone: z.string().regex(/^1\d{10}$/),
  licenceClass: z.enum(['A1', 'A2', 'B1', 'B2']).default('B2'),
});
export type CreateDriverRequest = z.infer<typeof createDriverRequest>;
/** Those who left instead of those who are there. */
export const listDriversQuery = pageQuery.extend({ haveLeft: z.stringbool().optional() });
export type ListDriversQuery = z.infer<typeof listDriversQuery>;
/** What is kept of a driver, as it is right. */
export const correctDriverRequest = createDriverRequest
  .pick({ name: true, phone: true })
  .extend({ licenceClass: createDriverRequest.shape.licenceClass.unwrap(), reason: reasonText });
export type CorrectDriverRequest = z.infer<typeof correctDriverRequest>;
export const endEmploymentRequest = z.object({ leftOn: day, reason: reasonText });
export type EndEmploymentRequest = z.infer<typeof endEmploymentRequest>;

export const terminalState = z.enum(['provisional', 'bound', 'blocked']);
/** Why the gateway turns a terminal down. */
export const terminalRefusalCode = z.enum([
  'TERMINAL_BLOCKED',
  'AUTH_CODE_WRONG',
  'NOT_AUTHENTICATED',
  'ANOTHER_TERMINAL',
]);
export type TerminalRefusalCode = z.infer<typeof terminalRefusalCode>;
/** A device as it states itself when it registers. */
export const statedDevice = z.object({
  terminalNo: z.string().max(60).nullable(),
  manufacturer: z.string().max(60).nullable(),
});
export type StatedDevice = z.infer<typeof statedDevice>;
export const terminalView = z.object({
  id: z.uuid(),
  phone: z.string(),
  terminalNo: z.string().nullable(),
  manufacturer: z.string().nullable(),
  /** Another device that states this number, turned down until a person binds it. */
  claimedBy: statedDevice.nullable(),
  protocolVersion: z.string().nullable(),
  plateSent: z.string().nullable(),
  plateColorSent: z.string().nullable(),
  vehicleId: z.uuid().nullable(),
  plateNo: z.string().nullable(),
  state: terminalState,
  /** Its drum sensor calls turning forwards reverse; what is stored is corrected. */
  isDrumInverted: z.boolean(),
  /** What it sent when it registered or was turned down, hexadecimal. */
  lastFrame: z.string().nullable(),
  lastFrameAt: instant.nullable(),
  /** Why it was turned down; null once it has shown its code. */
  refusalCode: terminalRefusalCode.nullable(),
  /** Its raw log runs, or ran, until then. */
  rawLogUntil: instant.nullable(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  version: z.number().int(),
});
export type TerminalView = z.infer<typeof terminalView>;
export const terminalPage = pageOf(terminalView);
export const listTerminalsQuery = pageQuery.extend({
  state: terminalState.optional(),
  /** Those that the gateway turns down, or those that it does not. */
  isRefused: z.stringbool().optional(),
  /** By phone number, or the latest heard first; by phone when left out. */
  order: z.enum(['phone', 'last_seen']).optional(),
});
export type ListTerminalsQuery = z.infer<typeof listTerminalsQuery>;
/** A terminal as its papers name it, before it has called or after. */
export const enterTerminalRequest = z.object({
  phone: z.string().regex(/^\d{6,20}$/),
  vehicleId: z.uuid(),
});
export type EnterTerminalRequest = z.infer<typeof enterTerminalRequest>;
export const bindTerminalRequest = z.object({
  vehicleId: z.uuid(),
  /** Where another device states the number: the one that the decision is for, as it was shown. */
  device: statedDevice.optional(),
});
export type BindTerminalRequest = z.infer<typeof bindTerminalRequest>;
export const calibrateDrumRequest = z.object({ isInverted: z.boolean() });
export type CalibrateDrumRequest = z.infer<typeof calibrateDrumRequest>;
export const blockTerminalRequest = z.object({ isBlocked: z.boolean(), reason: reasonText });
export type BlockTerminalRequest = z.infer<typeof blockTerminalRequest>;
