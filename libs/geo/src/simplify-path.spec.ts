import * as fc from 'fast-check';
import { distanceToPathM } from './corridor.js';
import { simplifyPath } from './simplify-path.js';

const someWay = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 2_000 }).map((step) => 120 + step * 0.0001),
    fc.integer({ min: 0, max: 2_000 }).map((step) => 30 + step * 0.0001),
  ),
  { maxLength: 40 },
);

describe('simplifyPath', () => {
  it('keeps the ends and the corners, and drops what lies on the way', () => {
    const way = [
      [120, 30],
      [120.01, 30.00001],
      [120.02, 30],
      [120.02, 30.01],
      [120.02, 30.02],
    ] as const;

    expect(simplifyPath(way, 50)).toEqual([way[0], way[2], way[4]]);
  });

  it('leaves no place further off than the tolerance, and adds none', () => {
    fc.assert(
      fc.property(someWay, fc.integer({ min: 1, max: 5_000 }), (way, toleranceM) => {
        const simple = simplifyPath(way, toleranceM);

        expect(simple.every((place) => way.includes(place as [number, number]))).toBe(true);
        expect([simple[0], simple.at(-1)]).toEqual([way[0], way.at(-1)]);
        for (const [lng, lat] of way) {
          expect(distanceToPathM({ lng, lat }, simple)).toBeLessThan(toleranceM * 1.01 + 1);
        }
      }),
    );
  });
});
