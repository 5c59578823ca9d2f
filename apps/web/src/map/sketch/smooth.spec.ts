import { distanceM, wgs84 } from '@tongyun/geo';
import { riverBanks, smoothLine, smoothRing } from './smooth.js';

const place = (position: readonly number[] | undefined) =>
  wgs84(position?.[0] ?? Number.NaN, position?.[1] ?? Number.NaN);

describe('the sketch', () => {
  it('draws a soft line through every point it was given', () => {
    const given = [
      [120, 30],
      [120.1, 30.1],
      [120.2, 30],
    ];
    const drawn = smoothLine(given);

    expect(drawn).toEqual(expect.arrayContaining(given));
    expect(drawn.length).toBeGreaterThan(given.length * 4);
  });

  it('closes a ring on its first point', () => {
    const ring = smoothRing([
      [120, 30],
      [120.1, 30],
      [120.1, 30.1],
    ]);

    expect(ring.at(-1)).toEqual(ring[0]);
  });

  it('keeps the banks of a straight river as far apart as its width', () => {
    const ring = riverBanks([
      [120, 30, 1_000],
      [120.1, 30, 1_000],
      [120.2, 30, 1_000],
    ]);
    const perBank = (ring.length - 1) / 2;
    const left = place(ring[Math.floor(perBank / 2)]);
    const right = place(ring[ring.length - 2 - Math.floor(perBank / 2)]);

    expect(distanceM(left, right)).toBeCloseTo(1_000, -1);
    expect(ring.at(-1)).toEqual(ring[0]);
  });
});
