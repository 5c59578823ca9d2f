import {
  type ExemptRoad,
  exemptRoad,
  multiPolygon,
  type MultiPolygonShape,
} from '@tongyun/contracts';
import { z } from 'zod';

/** What a file of GeoJSON draws of a zone. */
export interface DrawnShape {
  readonly area: MultiPolygonShape;
  /** The lines in it: roads that are not in the zone. */
  readonly exemptRoads: readonly ExemptRoad[];
}

export type ShapeFault = 'not_json' | 'no_area' | 'bad_area' | 'bad_road';
export type ReadShape =
  | { readonly ok: true; readonly shape: DrawnShape }
  | { readonly ok: false; readonly fault: ShapeFault };

/** Half of a road of four lanes and its kerbs, where a line states no `halfWidthM`. */
const HALF_WIDTH_M = 20;

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
type Feature = z.infer<typeof feature>;

/**
 * Reads a zone from GeoJSON (RFC 7946): every Polygon and MultiPolygon is a part of its area, every
 * LineString the middle of a road left out, with its `name` and `halfWidthM` among the properties.
 */
export function readShape(text: string): ReadShape {
  const features = featuresOf(text);
  if (features === null) return { ok: false, fault: 'not_json' };
  const parts = features.flatMap(({ geometry }) => partsOf(geometry));
  if (parts.length === 0) return { ok: false, fault: 'no_area' };
  const area = multiPolygon.safeParse({ type: 'MultiPolygon', coordinates: parts });
  if (!area.success) return { ok: false, fault: 'bad_area' };
  const roads = z.array(exemptRoad).safeParse(features.flatMap(roadOf));
  if (!roads.success) return { ok: false, fault: 'bad_road' };
  return { ok: true, shape: { area: area.data, exemptRoads: roads.data } };
}

function featuresOf(text: string): readonly Feature[] | null {
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

/** The polygons of a geometry, unchecked. */
function partsOf(geometry: Feature['geometry']): readonly unknown[] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon' && Array.isArray(geometry.coordinates)) {
    return geometry.coordinates;
  }
  return [];
}

const roadOf = ({ geometry, properties }: Feature): readonly unknown[] =>
  geometry?.type === 'LineString'
    ? [
        {
          name: properties?.['name'],
          path: geometry.coordinates,
          halfWidthM: properties?.['halfWidthM'] ?? HALF_WIDTH_M,
        },
      ]
    : [];
