import { distanceM, isCovered, wgs84 } from '@tongyun/geo';
import { placeBeforeBorder } from './place-before-border.js';
import type { RoadGraph } from './road-graph.js';

const roadClass = { name: 'main_road', speedKph: 42, limitKph: 60 } as const;
const west = wgs84(120, 30);
const east = wgs84(120.1, 30);
const roads: RoadGraph = {
  junctions: new Map([
    ['west', west],
    ['east', east],
  ]),
  roads: [{ from: 'west', to: 'east', roadClass }],
};
const square = (westLng: number, eastLng: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [westLng, 29.9],
      [eastLng, 29.9],
      [eastLng, 30.1],
      [westLng, 30.1],
      [westLng, 29.9],
    ],
  ],
});
const before = (area: ReturnType<typeof square>) =>
  placeBeforeBorder(roads, west, east, area, 1_500);

describe('placeBeforeBorder', () => {
  it('is on the way, outside and as far from the border as asked', () => {
    const town = square(120.05, 120.2);
    const place = before(town);

    expect(isCovered(place, town)).toBe(false);
    expect(place.lat).toBeCloseTo(30, 4);
    const awayM = distanceM(place, wgs84(120.05, 30));
    expect(awayM).toBeGreaterThan(1_450);
    expect(awayM).toBeLessThan(1_550);
  });

  it.each([
    { when: 'that is nearer to the border', town: square(120.005, 120.2) },
    { when: 'that is in the area already', town: square(119.9, 120.2) },
    { when: 'the way never enters the area', town: square(121, 121.2) },
  ])('is where one starts when $when', ({ town }) => {
    expect(before(town)).toEqual(west);
  });
});
