import { z } from 'zod';
import { alertCode } from './alerts.js';
import { crs, day, instant, instantIn, lat, lng, pageOf, pageQuery, position } from './common.js';
import { creditGrade, enterpriseMode, plateColor, plateNo, vehicleKind } from './fleet.js';

/** Days from the first to the last, both counted, and whose figures. */
export const cityQuery = z.object({
  from: day,
  to: day,
  district: z.string().trim().min(1).max(40).optional(),
  enterpriseId: z.uuid().optional(),
});
export type CityQuery = z.infer<typeof cityQuery>;

const count = z.number().int();
export const enterpriseFigures = z.object({
  enterpriseId: z.uuid(),
  name: z.string(),
  district: z.string(),
  mode: enterpriseMode,
  creditGrade: creditGrade.nullable(),
  isBarred: z.boolean(),
  plants: count,
  lines: count,
  /** What the lines can make in a year. */
  designM3PerYear: z.number(),
  mixers: count,
  pumps: count,
  registeredVehicles: count,
  /** Registered vehicles with a pass that is valid now. */
  vehiclesWithPass: count,
  /** Vehicles that were heard within the last 24 hours. */
  vehiclesHeard: count,
  drivers: count,
  trainedDrivers: count,
  /** Discharged within the period: planned here, and declared. */
  trips: count,
  m3: z.number(),
  declaredTrips: count,
  declaredM3: z.number(),
  /** Opened within the period, by kind. */
  alerts: z.partialRecord(alertCode, count),
});
export type EnterpriseFigures = z.infer<typeof enterpriseFigures>;
export const cityFiguresView = z.object({
  /** The city's plan for the days of the period; null when a year of it has none. */
  planM3: z.number().nullable(),
  /** Days of the period, for shares of a year. */
  days: count,
  enterprises: z.array(enterpriseFigures),
  dataAt: instant,
});
export type CityFiguresView = z.infer<typeof cityFiguresView>;

export const cityDayView = z.object({ on: day, trips: count, m3: z.number(), alerts: count });
export const cityDaysView = z.object({ items: z.array(cityDayView) });
export type CityDaysView = z.infer<typeof cityDaysView>;

export const violatorView = z.object({
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  trips: count,
  alerts: count,
  byCode: z.partialRecord(alertCode, count),
});
/** Vehicles with the most alerts of the period, the worst first. */
export const violatorsView = z.object({ items: z.array(violatorView) });
export type ViolatorsView = z.infer<typeof violatorsView>;

/** Who could help near a point: for an emergency. */
export const idleQuery = z.object({
  lng: z.coerce.number().pipe(lng),
  lat: z.coerce.number().pipe(lat),
  crs,
  radiusKm: z.coerce.number().min(1).max(100).default(15),
});
export type IdleQuery = z.infer<typeof idleQuery>;
export const idleVehicleView = z.object({
  vehicleId: z.uuid(),
  kind: vehicleKind,
  plateNo: z.string().nullable(),
  drumCapacityM3: z.number().nullable(),
  enterpriseName: z.string().nullable(),
  /** A driver has clocked in on it. */
  isManned: z.boolean(),
  position,
  fixAt: instant,
  distanceM: count,
});
export const nearPlantView = z.object({
  plantId: z.uuid(),
  name: z.string(),
  enterpriseName: z.string(),
  position,
  distanceM: count,
  m3PerHour: z.number(),
  /** What of an hour’s output is taken: to be loaded within the hour, or declared to have left in the last. */
  workM3: z.number(),
  idleMixers: count,
});
export const idleView = z.object({
  vehicles: z.array(idleVehicleView),
  plants: z.array(nearPlantView),
  dataAt: instant,
});
export type IdleView = z.infer<typeof idleView>;

/** A trip as the enterprise’s own system tells of it. */
export const declareTripRequest = z.object({
  enterpriseId: z.uuid(),
  /** The enterprise's own number: the same one twice is the same trip. */
  tripNo: z.string().trim().min(1).max(40),
  plantId: z.uuid(),
  plateNo,
  plateColor,
  siteName: z.string().trim().min(2).max(120),
  grade: z.string().trim().min(1).max(64),
  m3: z.number().min(0.1).max(30),
  leftPlantAt: instantIn,
  dischargedAt: instantIn.nullable().default(null),
});
export type DeclareTripRequest = z.infer<typeof declareTripRequest>;
export const declareTripsRequest = z.object({
  trips: z.array(declareTripRequest).min(1).max(500),
});
export type DeclareTripsRequest = z.infer<typeof declareTripsRequest>;
export const declaredTripsResult = z.object({
  /** New ones. */
  taken: count,
  /** Declared under way before, and told now with their discharge. */
  completed: count,
  /** Declared before in the same words. */
  known: count,
});
export type DeclaredTripsResult = z.infer<typeof declaredTripsResult>;
export const declaredTripView = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  tripNo: z.string(),
  plantId: z.uuid(),
  vehicleId: z.uuid(),
  plateNo: z.string().nullable(),
  siteName: z.string(),
  grade: z.string(),
  m3: z.number(),
  leftPlantAt: instant,
  dischargedAt: instant.nullable(),
  declaredAt: instant,
});
export type DeclaredTripView = z.infer<typeof declaredTripView>;
export const declaredTripPage = pageOf(declaredTripView);
export const listDeclaredTripsQuery = pageQuery.extend({ enterpriseId: z.uuid().optional() });
export type ListDeclaredTripsQuery = z.infer<typeof listDeclaredTripsQuery>;

export const exportDeclaredTripsQuery = z.object({
  from: day,
  to: day,
  enterpriseId: z.uuid().optional(),
});
export type ExportDeclaredTripsQuery = z.infer<typeof exportDeclaredTripsQuery>;

/** Up to seven days of one enterprise, from the positions of its mixers. */
export const trackedRunsQuery = z.object({ from: day, to: day });
export type TrackedRunsQuery = z.infer<typeof trackedRunsQuery>;
export const trackedRunsView = z.object({
  items: z.array(
    z.object({
      on: day,
      declaredTrips: count,
      declaredM3: z.number(),
      /** Departures of mixers from a plant of the enterprise, as their positions show them. */
      runs: count,
      /** At most: every run with a full drum. */
      runsM3: z.number(),
    }),
  ),
});
export type TrackedRunsView = z.infer<typeof trackedRunsView>;
