import { type Area, polygonsOf } from './area.js';
import { EARTH_RADIUS_M } from './great-circle.js';

const M_PER_DEG = (EARTH_RADIUS_M * Math.PI) / 180;

/**
 * Distance in metres from a point to the nearest border of an area, holes' borders included;
 * 0 on the border, positive on either side of it, Infinity for an area without edges.
 *
 * Measured on a plane laid at the point: within 0.2 % up to 20 km from the border, which is where
 * it matters (how sure a fix is of its side). Farther off, use it only as "far".
 *
 * @param point WGS-84 degrees
 */
export function distanceToBorderM(point: { lng: number; lat: number }, area: Area): number {
  const mPerLng = M_PER_DEG * Math.cos((point.lat * Math.PI) / 180);
  let nearestM2 = Infinity;
  for (const rings of polygonsOf(area)) {
    for (const ring of rings) {
      for (let index = 1; index < ring.length; index += 1) {
        const [fromLng = NaN, fromLat = NaN] = ring[index - 1]!;
        const [toLng = NaN, toLat = NaN] = ring[index]!;
        const distanceM2 = squaredDistanceFromOrigin(
          (fromLng - point.lng) * mPerLng,
          (fromLat - point.lat) * M_PER_DEG,
          (toLng - point.lng) * mPerLng,
          (toLat - point.lat) * M_PER_DEG,
        );
        if (distanceM2 < nearestM2) nearestM2 = distanceM2;
      }
    }
  }
  return Math.sqrt(nearestM2);
}

/** Squared distance from (0, 0) to the segment between two points of a plane. */
function squaredDistanceFromOrigin(ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthM2 = dx * dx + dy * dy;
  const along = lengthM2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / lengthM2));
  return (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
}
