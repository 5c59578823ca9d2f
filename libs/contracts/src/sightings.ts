import { z } from 'zod';
import { crs, instant, instantIn, lat, lng, pageOf, pageQuery, position } from './common.js';
import { plateColor, vehicleKind } from './fleet.js';

/**
 * What a camera's report came to: `not_a_plate` misread; `unknown` nobody has entered it;
 * `unregistered` entered, but not registered; `suspended` its registration is; `apart` its terminal was elsewhere; `matched` its
 * terminal was there; `not_compared` registered, without a fix near that time.
 */
export const sightingOutcome = z.enum([
  'not_a_plate',
  'unknown',
  'unregistered',
  'suspended',
  'apart',
  'matched',
  'not_compared',
]);
export type SightingOutcome = z.infer<typeof sightingOutcome>;

/** What a camera took a vehicle for: a concrete vehicle of this kind, or any other vehicle. */
export const seenKind = z.enum([...vehicleKind.options, 'other']);
export type SeenKind = z.infer<typeof seenKind>;

/** Plates that cameras read; ids are the reporter's own, so that a batch may be sent again. */
export const reportSightingsRequest = z.object({
  crs,
  sightings: z
    .array(
      z.object({
        id: z.uuid(),
        plateNo: z.string().trim().min(1).max(20),
        plateColor: plateColor.nullable().default(null),
        /** Null: the camera does not tell kinds apart. */
        seenKind: seenKind.nullable().default(null),
        lng,
        lat,
        at: instantIn,
        cameraId: z.string().trim().min(1).max(80),
        imageUrl: z
          .url({ protocol: /^https?$/ })
          .max(1_000)
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(500),
});
export type ReportSightingsRequest = z.infer<typeof reportSightingsRequest>;
export const reportSightingsView = z.object({
  stored: z.number().int(),
  duplicates: z.number().int(),
});
export type ReportSightingsView = z.infer<typeof reportSightingsView>;

export const sightingView = z.object({
  id: z.uuid(),
  plateNo: z.string(),
  plateColor: plateColor.nullable(),
  seenKind: seenKind.nullable(),
  cameraId: z.string(),
  imageUrl: z.string().nullable(),
  position,
  at: instant,
  outcome: sightingOutcome,
  /** Of a plate that nobody entered: what it was noted as, where it was alerted of. */
  vehicleId: z.uuid().nullable(),
  /** Names of the zones that cover the place. */
  zoneNames: z.array(z.string()),
  /** Metres between camera and terminal at that time; null when they were not compared. */
  apartM: z.number().nullable(),
  alertId: z.uuid().nullable(),
});
export type SightingView = z.infer<typeof sightingView>;
export const sightingPage = pageOf(sightingView);
export const listSightingsQuery = pageQuery.extend({
  outcome: sightingOutcome.optional(),
  /** Only those within that zone, as it was drawn when they were seen. */
  zoneId: z.uuid().optional(),
});
export type ListSightingsQuery = z.infer<typeof listSightingsQuery>;
