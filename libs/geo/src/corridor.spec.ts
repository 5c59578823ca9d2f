import * as fc from 'fast-check';
import { isInCorridor, distanceToPathM } from './corridor.js';
import { destination, distanceM } from './great-circle.js';
import { wgs84 } from './position.js';

const START = wgs84(120.1, 30.25);
const east = (m: number) => destination(START, 90, m);
const pathTo = (...ms: number[]) =>
  ms.map(east).map(({ lng, lat }): [number, number] => [lng, lat]);
const besideM = (alongM: number, offM: number) => destination(east(alongM), 0, offM);

describe('a corridor', () => {
  const corridor = { path: pathTo(0, 2_000, 5_000), halfWidthM: 100 };

  it.each([
    { alongM: 1_000, offM: 99, is: true, why: 'beside the first leg' },
    { alongM: 1_000, offM: 101, is: false, why: 'too far beside it' },
    { alongM: 2_000, offM: 50, is: true, why: 'at a bend' },
    { alongM: -90, offM: 0, is: true, why: 'just before its beginning' },
    { alongM: 5_200, offM: 0, is: false, why: 'beyond its end' },
  ])('holds $alongM m along and $offM m off: $is ($why)', ({ alongM, offM, is }) => {
    expect(isInCorridor(besideM(alongM, offM), corridor)).toBe(is);
  });

  it('holds what is near to its one place, and nothing without places', () => {
    expect(isInCorridor(east(90), { path: pathTo(0), halfWidthM: 100 })).toBe(true);
    expect(isInCorridor(east(110), { path: pathTo(0), halfWidthM: 100 })).toBe(false);
    expect(distanceToPathM(START, [])).toBe(Infinity);
  });

  it('is never farther than the nearest of its places', () => {
    const metres = fc.integer({ min: -9_000, max: 9_000 });
    fc.assert(
      fc.property(fc.array(metres, { minLength: 1, maxLength: 6 }), metres, (ms, offM) => {
        const point = besideM(0, offM);
        const nearest = Math.min(...ms.map((m) => distanceM(point, east(m))));
        expect(distanceToPathM(point, pathTo(...ms))).toBeLessThanOrEqual(nearest * 1.003 + 0.01);
      }),
    );
  });
});
