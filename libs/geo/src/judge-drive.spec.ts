import * as fc from 'fast-check';
import { judgeDrive } from './judge-drive.js';
import { destination } from './great-circle.js';
import { wgs84 } from './position.js';

const HERE = wgs84(120.16, 30.25);
const limits = { maxSpeedKph: 72, apartM: 1_000 }; // 20 m/s
const placeAt = (awayM: number, atMs: number) => ({ ...destination(HERE, 90, awayM), atMs });

describe('one vehicle at two places', () => {
  it.each([
    { awayM: 900, afterSec: 0, isPossible: true, why: 'within what positions differ by' },
    { awayM: 1_100, afterSec: 0, isPossible: false, why: 'at two places at once' },
    { awayM: 2_900, afterSec: 100, isPossible: true, why: 'driven meanwhile' },
    { awayM: 3_100, afterSec: 100, isPossible: false, why: 'too far to have driven' },
  ])('$awayM m in $afterSec s: $isPossible, $why', ({ awayM, afterSec, isPossible }) => {
    const verdict = judgeDrive(placeAt(0, 0), placeAt(awayM, afterSec * 1_000), limits);

    expect(verdict).toMatchObject({ isPossible, limitM: 1_000 + afterSec * 20 });
    expect(verdict.distanceM).toBeCloseTo(awayM, 0);
  });

  it('is judged the same from either end', () => {
    const someMetres = fc.integer({ min: 0, max: 5_000 });
    const someMs = fc.integer({ min: -200_000, max: 200_000 });
    fc.assert(
      fc.property(someMetres, someMs, (awayM, ms) => {
        const [one, other] = [placeAt(0, 0), placeAt(awayM, ms)];
        const [there, back] = [judgeDrive(one, other, limits), judgeDrive(other, one, limits)];
        expect([there.isPossible, there.limitM]).toEqual([back.isPossible, back.limitM]);
      }),
    );
  });
});
