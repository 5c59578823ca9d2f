import { z } from 'zod';

/** An instant on the wire, out: ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true });

/** An instant on the wire, in: ISO 8601 with an offset, between 2000 and 2100, read into a Date. */
export const instantIn = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine(
    (at) => at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 2100,
    'not a time between 2000 and 2100',
  );

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** How something stands that counts up to a day; `expiring` for some days before its end. */
export const dayValidity = z.enum(['valid', 'expiring', 'expired']);
export type DayValidity = z.infer<typeof dayValidity>;
/** What is looked for ahead of its end, or after it. */
export const endingValidity = dayValidity.exclude(['valid']);

/** The system a position is stated in; every position that enters names it. */
export const crs = z.enum(['wgs84', 'gcj02', 'bd09']);
export type Crs = z.infer<typeof crs>;

export const lng = z.number().min(-180).max(180);
export const lat = z.number().min(-90).max(90);

/** A position as it enters: never a bare pair of numbers. */
export const positionIn = z.object({ lng, lat, crs });
export type PositionIn = z.infer<typeof positionIn>;

/** A position as it leaves: WGS-84 degrees. */
export const position = z.object({ lng, lat });
export type Position = z.infer<typeof position>;

/** GeoJSON Polygon, WGS-84, rings closed. */
export const polygon = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(z.tuple([lng, lat])).min(4)).min(1),
});
export const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.tuple([lng, lat])).min(4)).min(1)).min(1),
});
export type MultiPolygonShape = z.infer<typeof multiPolygon>;

/** Query of every list: `cursor` is the `nextCursor` of the page before. */
export const pageQuery = z.object({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <View extends z.ZodType>(view: View) =>
  z.object({ items: z.array(view), nextCursor: z.string().nullable() });
export interface Page<View> {
  readonly items: readonly View[];
  readonly nextCursor: string | null;
}

export const idParam = z.uuid();
export const reasonText = z.string().trim().min(2).max(500);

/** Daily hours, minutes since local midnight; `toMin` below `fromMin` runs across midnight. */
export const dailyHours = z.object({
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  /** Of the days that the city's calendar takes for these; left out: any. */
  days: z.enum(['any', 'workdays', 'days_off', 'school_days']).optional(),
  fromMin: z.number().int().min(0).max(1440),
  toMin: z.number().int().min(0).max(1440),
});
export type DailyHours = z.infer<typeof dailyHours>;
