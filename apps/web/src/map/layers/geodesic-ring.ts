import { destination, wgs84 } from '@tongyun/geo';
import type { Position } from 'geojson';

/** A corner every five degrees: on a 50 km ring the chord runs 48 m inside the circle. */
const STEP_DEG = 5;

/**
 * The points at one great-circle distance from a centre, as a closed ring, counter-clockwise.
 *
 * @param radiusM metres
 */
export function geodesicRing(center: { lng: number; lat: number }, radiusM: number): Position[] {
  const from = wgs84(center.lng, center.lat);
  const ring = Array.from({ length: 360 / STEP_DEG }, (_, step) => {
    const { lng, lat } = destination(from, 360 - step * STEP_DEG, radiusM);
    return [lng, lat];
  });
  return [...ring, ...ring.slice(0, 1)];
}
