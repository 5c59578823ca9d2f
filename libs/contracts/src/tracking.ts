import { z } from 'zod';
import { crs, day, instant, instantIn, lat, lng, position } from './common.js';
import { alertCode, alertLevel, alertState } from './alerts.js';
import { stageEvidence, tripStage } from './trips.js';
import { vehicleKind } from './fleet.js';

/** A phone's batch: kept on the phone until answered, so every fix has an id of its own. */
export const reportPositionsRequest = z.object({
  crs,
  fixes: z
    .array(
      z.object({
        id: z.uuid(),
        at: instantIn,
        lng,
        lat,
        accuracyM: z.number().min(0).max(100_000).nullable().default(null),
        speedKph: z.number().min(0).max(400).nullable().default(null),
        headingDeg: z.number().min(0).max(360).nullable().default(null),
      }),
    )
    .min(1)
    .max(5_000),
});
export type ReportPositionsRequest = z.infer<typeof reportPositionsRequest>;
export const reportPositionsView = z.object({
  stored: z.number().int(),
  duplicates: z.number().int(),
});
export type ReportPositionsView = z.infer<typeof reportPositionsView>;

/** A vehicle as the map shows it. */
export const liveVehicleView = z.object({
  vehicleId: z.uuid(),
  kind: vehicleKind,
  plateNo: z.string().nullable(),
  fleetNo: z.string().nullable(),
  enterpriseId: z.uuid().nullable(),
  isProvisional: z.boolean(),
  isViolating: z.boolean(),
  isOnline: z.boolean(),
  tripId: z.uuid().nullable(),
  stage: tripStage.nullable(),
  driverName: z.string().nullable(),
  position: position.nullable(),
  speedKph: z.number().nullable(),
  headingDeg: z.number().nullable(),
  /** When the position was true. */
  fixAt: instant.nullable(),
});
export type LiveVehicleView = z.infer<typeof liveVehicleView>;
export const liveMapView = z.object({ at: instant, vehicles: z.array(liveVehicleView) });
export type LiveMapView = z.infer<typeof liveMapView>;

export const trackQuery = z.object({ from: instantIn, to: instantIn });
export type TrackQuery = z.infer<typeof trackQuery>;
export const trackView = z.object({
  vehicleId: z.uuid(),
  points: z.array(
    z.object({ at: instant, lng: z.number(), lat: z.number(), speedKph: z.number().nullable() }),
  ),
  isCut: z.boolean(),
});
export type TrackView = z.infer<typeof trackView>;

export const exportTrackQuery = trackQuery.extend({ format: z.enum(['csv', 'geojson']) });
export type ExportTrackQuery = z.infer<typeof exportTrackQuery>;

/** A vehicle's time between two instants, to be played again. */
export const replayView = z.object({
  vehicleId: z.uuid(),
  from: instant,
  to: instant,
  points: z.array(
    z.object({
      at: instant,
      lng: z.number(),
      lat: z.number(),
      speedKph: z.number().nullable(),
      headingDeg: z.number().nullable(),
      source: z.enum(['terminal', 'phone']),
    }),
  ),
  /** Of so many fixes in a row one is shown; stops and mileage are of all of them. */
  onePointOf: z.number().int().min(1),
  stops: z.array(z.object({ from: instant, to: instant, position })),
  trips: z.array(
    z.object({
      tripId: z.uuid(),
      orderNo: z.string(),
      siteName: z.string(),
      driverName: z.string(),
      from: instant,
      to: instant.nullable(),
      stages: z.array(z.object({ stage: tripStage, at: instant, evidence: stageEvidence })),
      mileageKm: z.number(),
    }),
  ),
  alerts: z.array(
    z.object({
      id: z.uuid(),
      code: alertCode,
      level: alertLevel,
      state: alertState,
      from: instant,
      to: instant.nullable(),
      position,
    }),
  ),
  mileage: z.object({
    totalKm: z.number(),
    /** Of the total: straight lines over silences, in which it may have gone further. */
    overGapsKm: z.number(),
    days: z.array(z.object({ operatingOn: day, km: z.number() })),
  }),
});
export type ReplayView = z.infer<typeof replayView>;
