import type { MultiPolygonArea } from './area.js';
import { spansAlong } from './spans-along.js';

const square = (west: number, south: number, east: number, north: number): MultiPolygonArea => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
});
/** East for four degrees, then north for four; the second half takes three times as long. */
const path = [
  [0, 0],
  [4, 0],
  [4, 4],
] as const;
const marks = [0, 100, 400];

describe('spansAlong', () => {
  it.each([
    { area: square(1, -1, 3, 1), is: [[25, 75]], why: 'is crossed on the first half' },
    { area: square(3, 1, 5, 2), is: [[175, 250]], why: 'is crossed on the slow half' },
    { area: square(2, -1, 5, 2), is: [[50, 250]], why: 'holds the bend' },
    { area: square(-1, -1, 1, 1), is: [[0, 25]], why: 'holds the beginning' },
    { area: square(3, 3, 5, 5), is: [[325, 400]], why: 'holds the end' },
    { area: square(-1, -1, 5, 5), is: [[0, 400]], why: 'holds all of it' },
    { area: square(0, 1, 3, 3), is: [], why: 'lies beside it' },
    { area: square(3, 4, 5, 5), is: [], why: 'is touched by its end' },
    { area: square(1, -1, 2, 0), is: [[25, 50]], why: 'has a border along it' },
  ])('is $is when the area $why', ({ area, is }) => {
    expect(spansAlong(path, marks, area).map(({ from, to }) => [from, to])).toEqual(is);
  });

  it('tells each of several times in the area', () => {
    const twice: MultiPolygonArea = {
      type: 'MultiPolygon',
      coordinates: [...square(1, -1, 2, 1).coordinates, ...square(3, 2, 5, 3).coordinates],
    };

    expect(spansAlong(path, marks, twice)).toEqual([
      { from: 25, to: 50 },
      { from: 250, to: 325 },
    ]);
  });

  it('takes no part for one that takes no time', () => {
    expect(spansAlong(path, [0, 0, 1], square(1, -1, 3, 1))).toEqual([]);
  });
});
