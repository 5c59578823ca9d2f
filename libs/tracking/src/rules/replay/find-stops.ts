import { distanceM, wgs84 } from '@tongyun/geo';
import type { TimedPoint } from '../inputs.js';

/** A time that the vehicle spent at one place, WGS-84: between the first and the last fix there. */
export interface Stop {
  readonly fromMs: number;
  readonly toMs: number;
  readonly lng: number;
  readonly lat: number;
}

/** As far as receivers wander, and trucks shuffle, while they stand for us. */
const STOP_RADIUS_M = 50;
const MS_PER_MIN = 60_000;

/**
 * Finds where the vehicle stood: all its fixes within 50 m of the first one, over at least
 * `minStopMin` minutes. A silence in between counts when the vehicle is at the same place after it.
 *
 * Goes by place alone, for phones tell no speed and terminals tell 0 km/h in a queue that moves.
 *
 * @param points in order of time, WGS-84
 * @param minStopMin policy `replay.stop_min`
 */
export function findStops(points: readonly TimedPoint[], minStopMin: number): Stop[] {
  const stops: Stop[] = [];
  let place = 0;
  while (place < points.length) {
    const first = points[place]!;
    const end = endOfStay(points, place);
    const last = points[end - 1]!;
    const isStop = end - place > 1 && last.atMs - first.atMs >= minStopMin * MS_PER_MIN;
    if (isStop) {
      const { lng, lat } = middleOf(points.slice(place, end));
      stops.push({ fromMs: first.atMs, toMs: last.atMs, lng, lat });
    }
    place = isStop ? end : place + 1;
  }
  return stops;
}

/** Index after the last point in a row that is near the one at `place`. */
function endOfStay(points: readonly TimedPoint[], place: number): number {
  const { lng, lat } = points[place]!;
  const centre = wgs84(lng, lat);
  let end = place + 1;
  while (
    end < points.length &&
    distanceM(centre, wgs84(points[end]!.lng, points[end]!.lat)) <= STOP_RADIUS_M
  ) {
    end += 1;
  }
  return end;
}

/** The mean of points that lie near each other. */
function middleOf(points: readonly TimedPoint[]): { lng: number; lat: number } {
  const sum = points.reduce(
    (sums, { lng, lat }) => ({ lng: sums.lng + lng, lat: sums.lat + lat }),
    {
      lng: 0,
      lat: 0,
    },
  );
  return { lng: sum.lng / points.length, lat: sum.lat / points.length };
}
