import { destination, wgs84 } from '@tongyun/geo';
import { judgeRange } from './supply-range.js';

const plant = wgs84(120.2, 30.3);
const area = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [120.1, 30.2],
      [120.3, 30.2],
      [120.3, 30.4],
      [120.1, 30.4],
      [120.1, 30.2],
    ],
  ],
};

describe('judgeRange', () => {
  it.each([
    { awayM: 29_999, isInside: true, why: 'a metre short of the limit' },
    { awayM: 30_001, isInside: false, why: 'a metre beyond it' },
    { awayM: 0, isInside: true, why: 'at the plant itself' },
  ])('answers $isInside at $awayM m of a 30 km radius ($why)', ({ awayM, isInside }) => {
    const site = destination(plant, 90, awayM);

    const verdict = judgeRange(plant, { radiusM: 30_000, area: null }, site);

    expect(verdict.isInside).toBe(isInside);
    expect(verdict.limitM).toBe(30_000);
    expect(verdict.distanceM).toBeCloseTo(awayM, 0);
  });

  it('counts the limit itself as inside', () => {
    const site = destination(plant, 90, 30_000);
    const { distanceM } = judgeRange(plant, { radiusM: 30_000, area: null }, site);

    const verdict = judgeRange(plant, { radiusM: distanceM, area: null }, site);

    expect(verdict.isInside).toBe(true);
  });

  it.each([
    { lng: 120.15, lat: 30.25, isInside: true, why: 'inside' },
    { lng: 120.3, lat: 30.3, isInside: true, why: 'on the border' },
    { lng: 120.31, lat: 30.3, isInside: false, why: 'outside, though near' },
  ])('answers $isInside for a drawn range at $lng, $lat ($why)', ({ lng, lat, isInside }) => {
    const verdict = judgeRange(plant, { radiusM: null, area }, wgs84(lng, lat));

    expect(verdict).toMatchObject({ isInside, limitM: null });
  });

  it('lets a range that states nothing cover nothing', () => {
    expect(judgeRange(plant, { radiusM: null, area: null }, plant).isInside).toBe(false);
  });
});
