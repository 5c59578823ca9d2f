import { destination, headingDeg, type Wgs84, wgs84 } from '@tongyun/geo';
import type { Position } from 'geojson';

const STEPS = 8;

/** Points between `b` and `c` on the Catmull-Rom curve through `a, b, c, d`, `b` included. */
function curve(a: number[], b: number[], c: number[], d: number[]): number[][] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = step / STEPS;
    return b.map((at, axis) => {
      const [p, q, r, s] = [a[axis] ?? at, at, c[axis] ?? at, d[axis] ?? at];
      return (
        0.5 *
        (2 * q +
          (r - p) * t +
          (2 * p - 5 * q + 4 * r - s) * t ** 2 +
          (3 * q - p - 3 * r + s) * t ** 3)
      );
    });
  });
}

/** A soft line through every given point; each further number of a point is smoothed with it. */
export function smoothLine(points: readonly (readonly number[])[]): number[][] {
  const at = (index: number) => [
    ...(points[Math.min(Math.max(index, 0), points.length - 1)] ?? []),
  ];
  const between = points
    .slice(0, -1)
    .flatMap((_, index) => curve(at(index - 1), at(index), at(index + 1), at(index + 2)));
  return [...between, at(points.length - 1)];
}

/** A soft closed ring through the given points, which do not repeat the first. */
export function smoothRing(points: readonly (readonly number[])[]): Position[] {
  const count = points.length;
  const at = (index: number) => [...(points[(index + count) % count] ?? [])];
  const ring = points.flatMap((_, index) =>
    curve(at(index - 1), at(index), at(index + 1), at(index + 2)),
  );
  return [...ring, at(0)];
}

/**
 * The banks of a river along its middle line, as a closed ring.
 *
 * @param middle points as `[lng, lat, width in metres]`, WGS-84, downstream
 */
export function riverBanks(middle: readonly (readonly [number, number, number])[]): Position[] {
  const line = smoothLine(middle);
  const place = (index: number): Wgs84 => {
    const point = line[Math.min(Math.max(index, 0), line.length - 1)] ?? [];
    return wgs84(point[0] ?? 0, point[1] ?? 0);
  };
  const bank = (side: -90 | 90): Position[] =>
    line.map((point, index) => {
      const flowDeg = headingDeg(place(index - 1), place(index + 1));
      const { lng, lat } = destination(place(index), flowDeg + side, (point[2] ?? 0) / 2);
      return [lng, lat];
    });
  const left = bank(-90);
  const ring = [...left, ...bank(90).toReversed()];
  return [...ring, ...left.slice(0, 1)];
}
