import { array, assert, integer, property, record } from 'fast-check';
import { type DrawnZone, followZoneIndex, type ZoneIndex } from './zone-index.js';

/** A square of a tenth of a degree, its corner on a grid of a quarter. */
function aSquare(id: string, version: number, column: number, row: number): DrawnZone {
  const [west, south] = [119 + column / 4, 29 + row / 4];
  const [east, north] = [west + 0.1, south + 0.1];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as [number, number][];
  return { id, version, area: { type: 'Polygon', coordinates: [ring] } };
}

const zoneNumber = integer({ min: 0, max: 11 });
/** A zone is drawn somewhere, or lifted. */
const change = record({
  zone: zoneNumber,
  column: integer({ min: 0, max: 8 }),
  row: integer({ min: 0, max: 8 }),
  isLifted: integer({ min: 0, max: 3 }).map((die) => die === 0),
});
const PLACES = Array.from({ length: 100 }, (_, nth) => ({
  lng: 119.05 + (nth % 10) / 4,
  lat: 29.05 + Math.floor(nth / 10) / 4,
}));

const answersOf = ({ index }: ZoneIndex) =>
  PLACES.map(({ lng, lat }) => [...index.zonesAt(lng, lat)].toSorted());

describe('followZoneIndex', () => {
  it('answers as an index that was built anew does, whatever was drawn and lifted since', () => {
    assert(
      property(array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const zones = new Map(
          Array.from({ length: 12 }, (_, nth) => [nth, aSquare(`zone-${nth}`, 1, nth % 8, 3)]),
        );
        let followed = followZoneIndex(null, [...zones.values()]);
        for (const [nth, { zone, column, row, isLifted }] of changes.entries()) {
          if (isLifted) zones.delete(zone);
          else zones.set(zone, aSquare(`zone-${zone}`, nth + 2, column, row));
          followed = followZoneIndex(followed, [...zones.values()]);
        }

        expect(answersOf(followed)).toEqual(answersOf(followZoneIndex(null, [...zones.values()])));
      }),
      { numRuns: 4 },
    );
  });

  it('leaves the index before as it was', () => {
    const zones = [0, 1, 2, 3].map((nth) => aSquare(`zone-${nth}`, 1, 2 * nth, 0));
    const before = followZoneIndex(null, zones);
    const answers = answersOf(before);

    const after = followZoneIndex(before, [aSquare('zone-0', 2, 4, 4), ...zones.slice(1)]);

    expect(after.swaps).toBe(1);
    expect(answersOf(before)).toEqual(answers);
    expect(answersOf(after)).not.toEqual(answers);
  });

  it('is built anew where most zones differ', () => {
    const one = followZoneIndex(null, [aSquare('zone-0', 1, 0, 0)]);

    expect(followZoneIndex(one, [aSquare('zone-0', 2, 4, 4)]).swaps).toBe(0);
  });

  it('is built anew after so many swaps, which all leave something behind', () => {
    const zones = [0, 1, 2].map((nth) => aSquare(`zone-${nth}`, 1, 2 * nth, 0));
    let followed = followZoneIndex(null, zones);
    const swaps = Array.from({ length: 70 }, (_, nth) => {
      followed = followZoneIndex(followed, [
        aSquare('zone-0', nth + 2, 4, nth % 8),
        ...zones.slice(1),
      ]);
      return followed.swaps;
    });

    expect(Math.max(...swaps)).toBe(64);
    expect(swaps.slice(63, 66)).toEqual([64, 0, 1]);
  });
});
