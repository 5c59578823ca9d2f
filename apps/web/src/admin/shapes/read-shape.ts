import {
  type ExemptRoad,
  exemptRoad,
  multiPolygon,
  type MultiPolygonShape,
} from '@tongyun/contracts';
import { z } from 'zod';
import { type Feature, linesOf, readFeatures } from '../lists/geo-json.js';

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

/**
 * Reads a zone from GeoJSON (RFC 7946): every Polygon and MultiPolygon is a part of its area, every
 * LineString the middle of a road left out, with its `name` and `halfWidthM` among the properties.
 */
export function readShape(text: string): ReadShape {
  const features = readFeatures(text);
  if (features === null) return { ok: false, fault: 'not_json' };
  const parts = features.flatMap(({ geometry }) => partsOf(geometry));
  if (parts.length === 0) return { ok: false, fault: 'no_area' };
  const area = multiPolygon.safeParse({ type: 'MultiPolygon', coordinates: parts });
  if (!area.success) return { ok: false, fault: 'bad_area' };
  const roads = z.array(exemptRoad).safeParse(
    linesOf(features).map(({ name, path, halfWidthM = HALF_WIDTH_M }) => ({
      name,
      path,
      halfWidthM,
    })),
  );
  if (!roads.success) return { ok: false, fault: 'bad_road' };
  return { ok: true, shape: { area: area.data, exemptRoads: roads.data } };
}

/** The polygons of a geometry, unchecked. */
function partsOf(geometry: Feature['geometry']): readonly unknown[] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon' && Array.isArray(geometry.coordinates)) {
    return geometry.coordinates;
  }
  return [];
}
