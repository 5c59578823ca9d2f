import { z } from 'zod';

const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable().default(null),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
});
const geoJson = z.union([
  z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) }),
  feature,
  z.object({ type: z.string(), coordinates: z.unknown() }),
]);
export type Feature = z.infer<typeof feature>;

/** The features of a text of GeoJSON (RFC 7946), a bare geometry as one; null: it is none. */
export function readFeatures(text: string): readonly Feature[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const read = geoJson.safeParse(json);
  if (!read.success) return null;
  if ('features' in read.data) return read.data.features;
  if ('geometry' in read.data) return [read.data];
  return [{ type: 'Feature', properties: null, geometry: read.data }];
}

/** A line that a file draws, unchecked: the middle of a road. */
export interface DrawnLine {
  readonly name: unknown;
  readonly path: unknown;
  readonly halfWidthM?: unknown;
}

/** Every LineString, with its `name` and `halfWidthM` among the properties. */
export const linesOf = (features: readonly Feature[]): DrawnLine[] =>
  features.flatMap(({ geometry, properties }) =>
    geometry?.type === 'LineString'
      ? [
          {
            name: properties?.['name'],
            path: geometry.coordinates,
            halfWidthM: properties?.['halfWidthM'] ?? undefined,
          },
        ]
      : [],
  );
