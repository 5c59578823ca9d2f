import { z } from 'zod';
import { crs, lat, lng } from './common.js';
import { refusal } from './refusal.js';

/** Seconds up to here are seconds, numbers beyond are milliseconds since 1970. */
const LAST_SECOND = 2_147_483_647;
const MS_PER_SECOND = 1_000;
/** OsmAnd's form states speed in knots, the newer form of Traccar's client in m/s. */
const KPH_OF_KNOT = 1.852;
const KPH_OF_MPS = 3.6;
const FULL_TURN_DEG = 360;
const FASTEST_KPH = 400;
const WORST_ACCURACY_M = 100_000;

/** A position as a phone's app sends it that knows no sign-in: who, and where. */
export interface PhoneReport {
  readonly key: string;
  readonly crs: z.infer<typeof crs>;
  /** Null: now. */
  readonly at: Date | null;
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
  readonly speedKph: number | null;
  readonly headingDeg: number | null;
}

const key = z.string().trim().min(1).max(100);
/** A form has every field of its page, those without a value as empty ones. */
const emptyAsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const number = z.coerce.number();

/** iOS says −1 of what it does not know; what nobody can mean is not known either. */
const known = (most: number, scale = 1) =>
  z
    .preprocess(emptyAsAbsent, number.nullish())
    .transform((value) => (value === null || value === undefined ? null : value * scale))
    .transform((value) => (value === null || value < 0 || value > most ? null : value));

/** A date and a time without a zone: in UTC, whatever zone the server is in. */
const WITHOUT_ZONE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/;

/** Seconds, milliseconds, ISO 8601, or a date and time with a space between; in UTC where none is named. */
const timestamp = z
  .string()
  .trim()
  .transform((text) => {
    if (!/^\d+(?:\.\d+)?$/.test(text)) return new Date(text.replace(WITHOUT_ZONE, '$1T$2Z'));
    const count = Number(text);
    return new Date(count <= LAST_SECOND ? count * MS_PER_SECOND : count);
  })
  .refine((at) => at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 2100, 'not a time');

/** The form of OsmAnd, in a query or a body: positions by GNSS are WGS-84 unless it says else. */
const queryForm = z
  .object({
    id: key.optional(),
    deviceid: key.optional(),
    crs: crs.default('wgs84'),
    lat: z.preprocess(emptyAsAbsent, number.pipe(lat).optional()),
    lon: z.preprocess(emptyAsAbsent, number.pipe(lng).optional()),
    /** `lat,lon` in one. */
    location: z.string().optional(),
    timestamp: z.preprocess(emptyAsAbsent, timestamp.optional()),
    accuracy: known(WORST_ACCURACY_M),
    speed: known(FASTEST_KPH, KPH_OF_KNOT),
    bearing: known(FULL_TURN_DEG),
    heading: known(FULL_TURN_DEG),
  })
  .transform((form, context): PhoneReport => {
    const [latText, lngText] = form.location?.split(',') ?? [];
    const place = z.object({ lat: number.pipe(lat), lng: number.pipe(lng), key }).safeParse({
      lat: form.lat ?? emptyAsAbsent(latText),
      lng: form.lon ?? emptyAsAbsent(lngText),
      key: form.id ?? form.deviceid,
    });
    if (!place.success) {
      context.addIssue({ code: 'custom', message: 'id, lat and lon are needed' });
      return z.NEVER;
    }
    return {
      ...place.data,
      crs: form.crs,
      at: form.timestamp ?? null,
      accuracyM: form.accuracy,
      speedKph: form.speed,
      headingDeg: form.bearing ?? form.heading,
    };
  });

/** The form of Traccar's client from version 9 on: JSON in a body. */
const bodyForm = z
  .object({
    device_id: key,
    location: z.object({
      timestamp,
      coords: z.object({
        latitude: lat,
        longitude: lng,
        accuracy: known(WORST_ACCURACY_M),
        speed: known(FASTEST_KPH, KPH_OF_MPS),
        heading: known(FULL_TURN_DEG),
      }),
    }),
  })
  .transform(({ device_id, location: { timestamp: at, coords } }): PhoneReport => ({
    key: device_id,
    crs: 'wgs84',
    at,
    lng: coords.longitude,
    lat: coords.latitude,
    accuracyM: coords.accuracy,
    speedKph: coords.speed,
    headingDeg: coords.heading,
  }));

/** A report in either form; other fields, such as the battery, are let pass. */
export const phoneReport = z.union([bodyForm, queryForm]);

/** Answered with 200 also when it is refused for good: the app would send it again for ever. */
export const phoneReportAnswer = z.object({
  stored: z.number().int(),
  duplicates: z.number().int(),
  refused: refusal.nullable(),
});
export type PhoneReportAnswer = z.infer<typeof phoneReportAnswer>;
