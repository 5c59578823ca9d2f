import { type MultiPolygonArea, wgs84 } from '@tongyun/geo';
import { findCrossings, guessCrossings } from './find-crossings.js';

/** A zone a degree high on both sides of the equator, between two longitudes. */
const zone = (zoneId: string, west: number, east: number) => {
  const ring = [
    [west, -0.5],
    [east, -0.5],
    [east, 0.5],
    [west, 0.5],
    [west, -0.5],
  ];
  const area: MultiPolygonArea = { type: 'MultiPolygon', coordinates: [[ring]] };
  return { fact: { zoneId }, area };
};
const zones = [zone('at plant', -1, 1), zone('between', 3, 6), zone('at site', 8, 11)];

describe('zones on a way by road', () => {
  it('are all that it leads through, and none that it goes round', () => {
    const through = { path: [[0, 0] as const, [10, 0] as const], passedAt: [0, 1] };
    const round = {
      path: [[0, 0] as const, [2, 0] as const, [2, 1] as const, [7, 1] as const, [10, 0] as const],
      passedAt: [0, 0.25, 0.5, 0.75, 1],
    };

    expect(findCrossings(through, zones)).toEqual([
      { zoneId: 'at plant', from: 0, to: 0.1 },
      { zoneId: 'between', from: 0.3, to: 0.6 },
      { zoneId: 'at site', from: 0.8, to: 1 },
    ]);
    expect(findCrossings(round, zones).map(({ zoneId }) => zoneId)).toEqual([
      'at plant',
      'at site',
    ]);
  });
});

describe('zones on a way of which only the ends are known', () => {
  const [plant, site] = [wgs84(0, 0), wgs84(10, 0)];

  it('are those that hold an end, as far as the straight line stays in them', () => {
    expect(guessCrossings(plant, site, zones)).toEqual([
      { zoneId: 'at plant', from: 0, to: 0.1 },
      { zoneId: 'at site', from: 0.8, to: 1 },
    ]);
    expect(guessCrossings(plant, wgs84(7, 0), zones).map(({ zoneId }) => zoneId)).toEqual([
      'at plant',
    ]);
  });

  it('are one all the way when it holds both ends', () => {
    expect(guessCrossings(plant, site, [zone('city', -1, 11)])).toEqual([
      { zoneId: 'city', from: 0, to: 1 },
    ]);
  });
});
