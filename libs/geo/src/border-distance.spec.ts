import * as fc from 'fast-check';
import type { MultiPolygonArea } from './area.js';
import { distanceToBorderM } from './border-distance.js';
import { destination, distanceM } from './great-circle.js';
import { wgs84 } from './position.js';

const ring = [
  [120.1, 30.2],
  [120.3, 30.2],
  [120.3, 30.4],
  [120.1, 30.4],
  [120.1, 30.2],
];
const square: MultiPolygonArea = { type: 'MultiPolygon', coordinates: [[ring]] };

describe('distanceToBorderM', () => {
  it.each([
    { point: wgs84(120.2, 30.2), metres: 0, why: 'on the border' },
    { point: wgs84(120.2, 30.21), metres: 1_112, why: 'a hundredth of a degree inside' },
    { point: wgs84(120.2, 30.19), metres: 1_112, why: 'a hundredth of a degree outside' },
    { point: wgs84(120.31, 30.3), metres: 960, why: 'east of it, where degrees are shorter' },
  ])('is $metres m $why', ({ point, metres }) => {
    expect(distanceToBorderM(point, square)).toBeCloseTo(metres, -0.5);
  });

  it('is the way to the corner for a point beyond both edges', () => {
    const point = wgs84(120.31, 30.41);

    const toCornerM = distanceM(point, wgs84(120.3, 30.4));
    expect(Math.abs(distanceToBorderM(point, square) - toCornerM)).toBeLessThan(2);
  });

  it('measures to the border of a hole', () => {
    const hole = [
      [120.19, 30.29],
      [120.21, 30.29],
      [120.21, 30.31],
      [120.19, 30.31],
      [120.19, 30.29],
    ];
    const holed: MultiPolygonArea = { type: 'MultiPolygon', coordinates: [[ring, hole]] };

    expect(distanceToBorderM(wgs84(120.2, 30.32), holed)).toBeCloseTo(1_112, -0.5);
  });

  it('is at most the way to any place on the border, and reached at one of them', () => {
    const steps = Array.from({ length: 400 }, (_, step) => step / 400);
    const places = ring
      .slice(1)
      .flatMap(([lng, lat], index) =>
        steps.map((along) =>
          wgs84(
            ring[index]![0]! + along * (lng! - ring[index]![0]!),
            ring[index]![1]! + along * (lat! - ring[index]![1]!),
          ),
        ),
      );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 0, max: 25_000 }),
        (heading, awayM) => {
          const point = destination(wgs84(120.2, 30.3), heading, awayM);
          const nearestM = Math.min(...places.map((place) => distanceM(point, place)));

          const found = distanceToBorderM(point, square);
          expect(found).toBeLessThan(nearestM * 1.002 + 1);
          expect(found).toBeGreaterThan(nearestM * 0.998 - 35); // places lie 56 m apart at most
        },
      ),
      { numRuns: 100 },
    );
  });
});
