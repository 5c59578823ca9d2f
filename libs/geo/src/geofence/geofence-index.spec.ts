import * as fc from 'fast-check';
import { isCovered, type MultiPolygonArea } from '../area.js';
import { distanceToBorderM } from '../border-distance.js';
import { isCut } from '../segment-spans.js';
import { buildGeofenceIndex, type IndexedZone } from './geofence-index.js';

/** Corners on a coarse lattice, so that borders, corners and points really meet. */
const lattice = (max: number) => fc.integer({ min: 0, max }).map((step) => 120 + step / 8);

/** A star round a centre: simple, of any outline. */
const aStar = fc
  .record({
    lng: lattice(40),
    lat: lattice(40).map((value) => value - 90),
    radii: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }),
  })
  .map(({ lng, lat, radii }) => {
    const corners = radii.map((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [lng + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    });
    return [[...corners, corners[0]!]];
  });

/** A box along the lattice, sometimes with a box cut out of it. */
const aBox = fc
  .record({
    west: lattice(40),
    south: lattice(40).map((value) => value - 90),
    width: fc.integer({ min: 1, max: 12 }).map((step) => step / 8),
    height: fc.integer({ min: 1, max: 12 }).map((step) => step / 8),
    isHoled: fc.boolean(),
  })
  .map(({ west, south, width, height, isHoled }) => {
    const outline = (by: number) => {
      const [w, s] = [west + by * width, south + by * height];
      const [e, n] = [west + (1 - by) * width, south + (1 - by) * height];
      return [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ];
    };
    return isHoled ? [outline(0), outline(0.25)] : [outline(0)];
  });

const someZones = fc
  .array(fc.array(fc.oneof(aStar, aBox), { minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .map((areas) =>
    areas.map((coordinates, index): IndexedZone => ({
      id: `zone-${index}`,
      area: { type: 'MultiPolygon', coordinates },
    })),
  );
const aPoint = fc.record({
  lng: fc.oneof(lattice(48), fc.double({ min: 119, max: 127, noNaN: true })),
  lat: fc.oneof(lattice(48), fc.double({ min: 119, max: 127, noNaN: true })).map((it) => it - 90),
});
const NUDGE_DEG = 1e-9;

/** What is asked: some points of the plane, every corner of every zone, and just beside each. */
const pointsOf = (
  zones: readonly IndexedZone[],
  points: readonly { lng: number; lat: number }[],
) => [
  ...points,
  ...zones.flatMap(({ area }) =>
    (area as MultiPolygonArea).coordinates
      .flat(2)
      .flatMap(([lng, lat]) =>
        [-NUDGE_DEG, 0, NUDGE_DEG].flatMap((east) =>
          [-NUDGE_DEG, 0, NUDGE_DEG].map((north) => ({ lng: lng! + east, lat: lat! + north })),
        ),
      ),
  ),
];

describe('buildGeofenceIndex', () => {
  it('finds the zones that asking each of them finds', () => {
    let found = 0;
    fc.assert(
      fc.property(someZones, fc.array(aPoint, { maxLength: 300 }), (zones, points) => {
        const index = buildGeofenceIndex(zones);
        for (const point of pointsOf(zones, points)) {
          const expected = zones.filter(({ area }) => isCovered(point, area)).map(({ id }) => id);

          expect(index.zonesAt(point.lng, point.lat)).toEqual(expected);
          found += expected.length;
        }
      }),
      { numRuns: 60, seed: 20261123 },
    );
    expect(found).toBeGreaterThan(1_000); // the points do meet the zones
  });

  it('answers after a change as one that is built anew', () => {
    fc.assert(
      fc.property(
        someZones.filter((zones) => zones.length > 1),
        someZones.filter((zones) => zones.length > 0),
        fc.array(aPoint, { maxLength: 100 }),
        ([first, ...others], [drawn], points) => {
          const redrawn = { ...first!, area: drawn!.area };
          const before = buildGeofenceIndex([first!, ...others]);
          const added = { ...drawn!, id: 'new' };
          const cases = [
            { index: before.with(redrawn), zones: [redrawn, ...others] },
            { index: before.without(first!.id), zones: others },
            { index: before.with(added), zones: [first!, ...others, added] },
            { index: before.with(redrawn).with(first!), zones: [first!, ...others] },
            { index: before, zones: [first!, ...others] },
          ];
          for (const { index, zones } of cases) {
            for (const point of pointsOf(zones, points)) {
              const expected = zones
                .filter(({ area }) => isCovered(point, area))
                .map(({ id }) => id);

              expect(index.zonesAt(point.lng, point.lat)).toEqual(expected);
            }
          }
        },
      ),
      { numRuns: 20, seed: 20261127 },
    );
  });

  it('finds the zones whose border is near, from either side', () => {
    let found = 0;
    fc.assert(
      fc.property(
        someZones,
        fc.array(aPoint, { minLength: 100, maxLength: 300 }),
        fc.integer({ min: 0, max: 90_000 }),
        (zones, points, withinM) => {
          const index = buildGeofenceIndex(zones);
          for (const point of points) {
            const expected = zones
              .filter(({ area }) => distanceToBorderM(point, area) <= withinM)
              .map(({ id }) => id);

            expect(index.zonesNear(point.lng, point.lat, withinM)).toEqual(expected);
            found += expected.length;
          }
        },
      ),
      { numRuns: 60, seed: 20261123 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('finds the zones that a way between two points touches, ends inside or not', () => {
    fc.assert(
      fc.property(someZones, aPoint, aPoint, (zones, from, to) => {
        const index = buildGeofenceIndex(zones);
        const cut = zones.filter(({ area }) => isCut(from, to, area)).map(({ id }) => id);

        expect(index.zonesAlong(from, to)).toEqual(cut);
        for (const id of index.zonesAt(from.lng, from.lat)) expect(cut).toContain(id);
      }),
    );
  });

  it('finds them along short ways too, as between fixes, by the cells they lie in', () => {
    const aStep = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    let touched = 0;
    fc.assert(
      fc.property(
        someZones,
        fc.array(fc.tuple(aPoint, aStep, aStep), { minLength: 100, maxLength: 300 }),
        (zones, ways) => {
          const index = buildGeofenceIndex(zones);
          for (const [from, east, north] of ways) {
            const to = { lng: from.lng + east, lat: from.lat + north };
            const cut = zones.filter(({ area }) => isCut(from, to, area)).map(({ id }) => id);

            expect(index.zonesAlong(from, to)).toEqual(cut);
            touched += cut.length;
          }
        },
      ),
      { numRuns: 60, seed: 20261130 },
    );
    expect(touched).toBeGreaterThan(500);
  });

  it('finds nothing without zones', () => {
    const index = buildGeofenceIndex([]);

    expect(index.zonesAt(120, 30)).toEqual([]);
    expect(index.zonesNear(120, 30, 1_000_000)).toEqual([]);
  });

  it('names a zone once when two of its parts touch at the point', () => {
    const halves: MultiPolygonArea = {
      type: 'MultiPolygon',
      coordinates: [0, 1].map((west) => [
        [
          [west, 0],
          [west + 1, 0],
          [west + 1, 1],
          [west, 1],
          [west, 0],
        ],
      ]),
    };

    expect(buildGeofenceIndex([{ id: 'halves', area: halves }]).zonesAt(1, 0.5)).toEqual([
      'halves',
    ]);
  });
});
