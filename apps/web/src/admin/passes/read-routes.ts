import { drawnRoutes, type DrawnRoutes } from '@tongyun/contracts';
import { linesOf, readFeatures } from '../lists/geo-json.js';

export type DrawnRoads = DrawnRoutes['roads'];
export type RouteFault = 'not_json' | 'no_line' | 'bad_road';
export type ReadRoutes =
  | { readonly ok: true; readonly roads: DrawnRoads }
  | { readonly ok: false; readonly fault: RouteFault };

/** Reads the roads of a pass from GeoJSON: every LineString is the middle of one. */
export function readRoutes(text: string): ReadRoutes {
  const features = readFeatures(text);
  if (features === null) return { ok: false, fault: 'not_json' };
  const lines = linesOf(features);
  if (lines.length === 0) return { ok: false, fault: 'no_line' };
  const roads = drawnRoutes.shape.roads.safeParse(lines);
  return roads.success ? { ok: true, roads: roads.data } : { ok: false, fault: 'bad_road' };
}
