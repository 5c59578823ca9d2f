import { z } from 'zod';
import { crs, instant, instantIn, lat, lng, multiPolygon, reasonText } from './common.js';

/** A district as it was decided once: its name and area hold from `effectiveFrom` on (R43). */
export const districtView = z.object({
  districtId: z.uuid(),
  version: z.number().int(),
  /** As enterprises and accounts name it. */
  name: z.string(),
  /** WGS-84. */
  area: multiPolygon,
  effectiveFrom: instant,
  reason: z.string(),
  /** Plants of today that lie in it, as far as the reader sees them. */
  plantNames: z.array(z.string()),
});
export type DistrictView = z.infer<typeof districtView>;
export const districtList = z.object({ items: z.array(districtView) });
export const listDistrictsQuery = z.object({
  /** Those in force then; left out: now. */
  at: instantIn.optional(),
});
export type ListDistrictsQuery = z.infer<typeof listDistrictsQuery>;

export const findDistrictQuery = listDistrictsQuery.extend({
  lng: z.coerce.number().pipe(lng),
  lat: z.coerce.number().pipe(lat),
  crs,
});
export type FindDistrictQuery = z.infer<typeof findDistrictQuery>;
export const districtOfPlaceView = z.object({
  /** Null: in none of the city's. */
  name: z.string().nullable(),
  districtId: z.uuid().nullable(),
  version: z.number().int().nullable(),
  at: instant,
});
export type DistrictOfPlaceView = z.infer<typeof districtOfPlaceView>;

export const decideDistrictRequest = z.object({
  name: z.string().trim().min(1).max(40),
  crs,
  area: multiPolygon,
  effectiveFrom: instantIn,
  /** From then on there is no such district. */
  isRetired: z.boolean().default(false),
  reason: reasonText,
});
export type DecideDistrictRequest = z.infer<typeof decideDistrictRequest>;
