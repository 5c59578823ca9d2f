import { gcj02ToWgs84 } from './datum.js';
import { gcj02 } from './position.js';
import { hasClosedRings, toWgs84Area } from './shape.js';

const areaOf = (...ring: [number, number][]) => ({
  type: 'MultiPolygon' as const,
  coordinates: [[ring]],
});
const square = areaOf([120, 30], [120.1, 30], [120.1, 30.1], [120, 30]);

describe('hasClosedRings', () => {
  it('accepts a ring that ends where it starts', () => {
    expect(hasClosedRings(square)).toBe(true);
  });

  it.each([
    { area: areaOf([120, 30], [120.1, 30], [120.1, 30.1], [120, 30.000001]), why: 'a hair apart' },
    { area: areaOf(), why: 'no corner at all' },
  ])('refuses one that does not ($why)', ({ area }) => {
    expect(hasClosedRings(area)).toBe(false);
  });
});

describe('toWgs84Area', () => {
  it('leaves WGS-84 as it is', () => {
    expect(toWgs84Area(square, 'wgs84')).toEqual(square);
  });

  it('moves every corner of a shifted system, once, and keeps the rings closed', () => {
    const moved = toWgs84Area(square, 'gcj02');

    const { lng, lat } = gcj02ToWgs84(gcj02(120.1, 30));
    expect(moved.coordinates[0]![0]![1]).toEqual([lng, lat]);
    expect(hasClosedRings(moved)).toBe(true);
  });
});
