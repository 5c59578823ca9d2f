import { destination, wgs84 } from '@tongyun/geo';
import { judgeRangePlace } from './range-side.js';

const plant = wgs84(120.1, 30.25);
const range = { plantId: 'plant', ...plant, radiusM: 20_000, area: null, version: '1' };
const area = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [120, 30],
      [120.2, 30],
      [120.2, 30.5],
      [120, 30.5],
      [120, 30],
    ],
  ],
};

describe('judgeRangePlace', () => {
  it.each([
    { awayM: 19_999, side: 'inside', why: 'just within' },
    { awayM: 20_100, side: 'band', why: 'beyond, but within what a receiver may err' },
    { awayM: 20_201, side: 'outside', why: 'beyond the margin too' },
  ])('is $side at $awayM m of a 20 km radius ($why)', ({ awayM, side }) => {
    const place = judgeRangePlace(range, destination(plant, 45, awayM), 200);

    expect(place.side).toBe(side);
    expect(place.distanceM).toBeCloseTo(awayM, 0);
  });

  it.each([
    { lng: 120.199, side: 'inside' },
    { lng: 120.201, side: 'band' },
    { lng: 120.21, side: 'outside' },
  ])('is $side of a drawn range at $lng', ({ lng, side }) => {
    expect(judgeRangePlace({ ...range, radiusM: null, area }, { lng, lat: 30.2 }, 200).side).toBe(
      side,
    );
  });

  it('holds nothing against anybody where no range is stated', () => {
    const none = { ...range, radiusM: null };

    expect(judgeRangePlace(none, destination(plant, 45, 90_000), 200).side).toBe('inside');
  });
});
