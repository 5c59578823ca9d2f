import type { MultiPolygonArea } from './area.js';
import { type Crs, toWgs84 } from './datum.js';

/** The middle line of a road with every corner moved to WGS-84. */
export const toWgs84Path = (path: readonly (readonly [number, number])[], crs: Crs) =>
  path.map(([lng, lat]): [number, number] => {
    const moved = toWgs84({ lng, lat }, crs);
    return [moved.lng, moved.lat];
  });

type Ring = readonly (readonly number[])[];

/** Whether a ring of a polygon ends exactly where it starts, as GeoJSON (RFC 7946, 3.1.6) asks. */
export function isClosedRing(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && first[0] === last?.[0] && first[1] === last?.[1];
}

/** Whether every ring of an area is closed. */
export const hasClosedRings = ({ coordinates }: MultiPolygonArea): boolean =>
  coordinates.every((polygon) => polygon.every(isClosedRing));

/** The area with every corner moved to WGS-84; its rings stay closed. */
export const toWgs84Area = ({ coordinates }: MultiPolygonArea, crs: Crs): MultiPolygonArea => ({
  type: 'MultiPolygon',
  coordinates: coordinates.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([lng = NaN, lat = NaN]) => {
        const moved = toWgs84({ lng, lat }, crs);
        return [moved.lng, moved.lat];
      }),
    ),
  ),
});
