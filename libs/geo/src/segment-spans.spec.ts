import * as fc from 'fast-check';
import { isCovered, type MultiPolygonArea } from './area.js';
import { isCut, placeAt, spansInside } from './segment-spans.js';

const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const areaOf = (...polygons: [number, number][][][]): MultiPolygonArea => ({
  type: 'MultiPolygon',
  coordinates: polygons,
});
const SQUARE = areaOf([box(1, 1, 3, 3)]);
const RING = areaOf([box(0, 0, 8, 8), box(2, 2, 6, 6)]);
const p = (lng: number, lat: number) => ({ lng, lat });

describe('spansInside', () => {
  it.each([
    { from: p(0, 2), to: p(4, 2), is: [[0.25, 0.75]], why: 'cut through, no end inside' },
    { from: p(0, 0), to: p(4, 0), is: [], why: 'passes beside it' },
    { from: p(2, 2), to: p(4, 2), is: [[0, 0.5]], why: 'leaves' },
    { from: p(0, 2), to: p(2, 2), is: [[0.5, 1]], why: 'enters' },
    { from: p(0, 2), to: p(2, 0), is: [[0.5, 0.5]], why: 'touches a corner' },
    { from: p(0, 1), to: p(4, 1), is: [[0.25, 0.75]], why: 'runs along an edge' },
    { from: p(2, 2), to: p(2, 2), is: [[0, 1]], why: 'stands inside' },
  ])('from $from to $to is $is: $why', ({ from, to, is }) => {
    expect(spansInside(from, to, SQUARE).map((span) => [span.from, span.to])).toEqual(is);
  });

  it('leaves out the hole, its border kept', () => {
    expect(spansInside(p(-2, 4), p(10, 4), RING)).toEqual([
      { from: 2 / 12, to: 4 / 12 },
      { from: 8 / 12, to: 10 / 12 },
    ]);
  });

  const step = fc.integer({ min: -2, max: 10 });
  const aBox = fc
    .tuple(step, step, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .map(([west, south, width, height]) => box(west, south, west + width, south + height));
  const anArea = fc.oneof(
    fc.array(aBox, { minLength: 1, maxLength: 3 }).map((rings) => areaOf(...rings.map((r) => [r]))),
    fc.constant(RING),
  );
  const aPlace = fc.record({ lng: step, lat: step });

  it('holds just the places of the segment that the area covers', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anArea, aPlace, aPlace, fraction, (area, from, to, at) => {
        const spans = spansInside(from, to, area);
        const place = placeAt(from, to, at);
        const isNearAnEnd = spans.some(
          (span) => Math.abs(span.from - at) < 1e-9 || Math.abs(span.to - at) < 1e-9,
        );
        const isIn = spans.some((span) => span.from <= at && at <= span.to);
        expect(isNearAnEnd || isIn === isCovered(place, area)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is empty just when the segment is not cut', () => {
    fc.assert(
      fc.property(anArea, aPlace, aPlace, (area, from, to) => {
        expect(spansInside(from, to, area).length > 0).toBe(isCut(from, to, area));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same way back, turned round', () => {
    fc.assert(
      fc.property(anArea, aPlace, aPlace, (area, from, to) => {
        const there = spansInside(from, to, area);
        const back = spansInside(to, from, area);
        expect(back).toHaveLength(there.length);
        back.toReversed().forEach((span, nth) => {
          expect(1 - span.to).toBeCloseTo(there[nth]!.from, 9);
          expect(1 - span.from).toBeCloseTo(there[nth]!.to, 9);
        });
      }),
      { numRuns: 500 },
    );
  });
});
