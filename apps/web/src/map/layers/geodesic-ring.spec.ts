import { distanceM, wgs84 } from '@tongyun/geo';
import { geodesicRing } from './geodesic-ring.js';

const PLANT = wgs84(120.25, 30.31);

describe('a radius ring', () => {
  it.each([1_000, 20_000, 50_000])('lies %d m from the plant all around', (radiusM) => {
    for (const [lng = 0, lat = 0] of geodesicRing(PLANT, radiusM)) {
      expect(distanceM(PLANT, wgs84(lng, lat))).toBeCloseTo(radiusM, 0);
    }
  });

  it('is closed and runs counter-clockwise, as GeoJSON asks of an outer ring', () => {
    const ring = geodesicRing(PLANT, 5_000);
    const twiceArea = ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
      const [px = 0, py = 0] = ring[index] ?? [];
      return sum + px * y - x * py;
    }, 0);

    expect(ring.at(-1)).toEqual(ring[0]);
    expect(twiceArea).toBeGreaterThan(0);
  });
});
