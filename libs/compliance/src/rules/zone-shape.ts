import { type Crs, type MultiPolygonArea, toWgs84 } from '@tongyun/geo';

/** The middle line of a road with every corner moved to WGS-84. */
export const toWgs84Path = (path: readonly (readonly [number, number])[], crs: Crs) =>
  path.map(([lng, lat]): [number, number] => {
    const moved = toWgs84({ lng, lat }, crs);
    return [moved.lng, moved.lat];
  });

type Ring = readonly (readonly number[])[];

/** Whether every ring ends exactly where it starts, as GeoJSON (RFC 7946, 3.1.6) asks. */
export const hasClosedRings = ({ coordinates }: MultiPolygonArea): boolean =>
  coordinates.every((polygon) => polygon.every(isClosed));

const isClosed = (ring: Ring): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && first[0] === last?.[0] && first[1] === last?.[1];
};

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
