import { isCovered, type MultiPolygonArea, type PolygonArea } from './area.js';

/** A square of 4 with a hole of 2 in it, and a small square far to the east. */
const park: MultiPolygonArea = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 3],
        [3, 3],
        [3, 1],
        [1, 1],
      ],
    ],
    [
      [
        [10, 0],
        [11, 0],
        [11, 1],
        [10, 1],
        [10, 0],
      ],
    ],
  ],
};

describe('isCovered', () => {
  it.each([
    { lng: 0.5, lat: 0.5, covered: true, why: 'between border and hole' },
    { lng: 2, lat: 2, covered: false, why: 'in the hole' },
    { lng: 1, lat: 2, covered: true, why: 'on the border of the hole' },
    { lng: 3, lat: 3, covered: true, why: 'on a vertex of the hole' },
    { lng: 0, lat: 2, covered: true, why: 'on the western border' },
    { lng: 4, lat: 2, covered: true, why: 'on the eastern border' },
    { lng: 2, lat: 4, covered: true, why: 'on the northern border' },
    { lng: 0, lat: 0, covered: true, why: 'on a vertex' },
    { lng: -1, lat: 0, covered: false, why: 'in line with an edge, before it' },
    { lng: 5, lat: 4, covered: false, why: 'in line with an edge, behind it' },
    { lng: 5, lat: 2, covered: false, why: 'between the parts' },
    { lng: 10.5, lat: 0.5, covered: true, why: 'in the second part' },
  ])('is $covered $why', ({ lng, lat, covered }) => {
    expect(isCovered({ lng, lat }, park)).toBe(covered);
  });

  it('counts a ray through a vertex once', () => {
    const diamond: PolygonArea = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 2],
          [2, 0],
          [4, 2],
          [2, 4],
          [0, 2],
        ],
      ],
    };

    expect(isCovered({ lng: 2, lat: 2 }, diamond)).toBe(true);
    expect(isCovered({ lng: -1, lat: 2 }, diamond)).toBe(false);
    expect(isCovered({ lng: 0.5, lat: 0 }, diamond)).toBe(false);
  });

  it('covers nothing with an area that has no ring', () => {
    expect(isCovered({ lng: 0, lat: 0 }, { type: 'MultiPolygon', coordinates: [] })).toBe(false);
    expect(isCovered({ lng: 0, lat: 0 }, { type: 'Polygon', coordinates: [] })).toBe(false);
  });
});
