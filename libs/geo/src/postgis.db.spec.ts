import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { MultiPolygonArea } from './area.js';
import { buildGeofenceIndex } from './geofence/geofence-index.js';
import { distanceM } from './great-circle.js';
import { wgs84 } from './position.js';

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A star round a centre with a star-shaped hole: valid, slanted edges everywhere. */
function aHoledStar(random: () => number, lng: number, lat: number): number[][][] {
  const outer = Array.from({ length: 24 }, () => 0.06 + 0.06 * random());
  const ringOf = (scale: number) => {
    const corners = outer.map((radius, index) => {
      const angle = (2 * Math.PI * index) / outer.length;
      return [lng + scale * radius * Math.cos(angle), lat + scale * radius * Math.sin(angle)];
    });
    return [...corners, corners[0]!];
  };
  return [ringOf(1), ringOf(0.4)];
}

/** A staircase along the axes, with a box cut out of it. */
const staircase: number[][][] = [
  [
    [120.0, 30.0],
    [120.3, 30.0],
    [120.3, 30.1],
    [120.2, 30.1],
    [120.2, 30.2],
    [120.1, 30.2],
    [120.1, 30.3],
    [120.0, 30.3],
    [120.0, 30.0],
  ],
  [
    [120.02, 30.02],
    [120.02, 30.08],
    [120.08, 30.08],
    [120.08, 30.02],
    [120.02, 30.02],
  ],
];

/** How near to a border a point is that is still on one side of it, degrees. */
const OFF_BORDER_DEG = 1e-9;

/** Of each edge of a ring, points a hair to the left and the right of three places along it. */
function besideEdges(ring: readonly number[][]): [number, number][] {
  return ring.slice(1).flatMap(([lng, lat], index) => {
    const [fromLng, fromLat] = ring[index]!;
    const [east, north] = [lng! - fromLng!, lat! - fromLat!];
    const hair = OFF_BORDER_DEG / Math.hypot(east, north);
    return [0.001, 0.4, 0.999].flatMap((share) =>
      [hair, -hair].map((off): [number, number] => [
        fromLng! + share * east - off * north,
        fromLat! + share * north + off * east,
      ]),
    );
  });
}

describe('this engine and PostGIS', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it('find the same zones for points anywhere, on corners, on edges and a hair off them', async () => {
    const random = randomFrom(20261123);
    const areas: MultiPolygonArea[] = [
      { type: 'MultiPolygon', coordinates: [staircase] },
      ...Array.from({ length: 20 }, (): MultiPolygonArea => ({
        type: 'MultiPolygon',
        coordinates: [
          aHoledStar(random, 120.1 + 0.2 * random(), 30.1 + 0.2 * random()),
          aHoledStar(random, 121 + 0.2 * random(), 30.1 + 0.2 * random()),
        ],
      })),
    ];
    const corners = areas.flatMap(({ coordinates }) => coordinates.flat(2) as [number, number][]);
    const middles = areas.flatMap(({ coordinates }) =>
      coordinates.flat().flatMap((ring) =>
        ring.slice(1).map(([lng, lat], index): [number, number] => {
          const [fromLng, fromLat] = ring[index]!;
          return [(fromLng! + lng!) / 2, (fromLat! + lat!) / 2];
        }),
      ),
    );
    const anywhere = Array.from({ length: 3_000 }, (): [number, number] => [
      120 + 0.4 * random(),
      30 + 0.4 * random(),
    ]);
    const inLine = Array.from({ length: 300 }, (_, step): [number, number] => [
      119.95 + step / 600,
      30 + 0.1 * (step % 4),
    ]);
    const beside = areas.flatMap(({ coordinates }) => coordinates.flat().flatMap(besideEdges));
    const points = [...corners, ...middles, ...anywhere, ...inLine, ...beside];

    const rows: { zones: number[] | null }[] = await database.dataSource.query(
      `WITH zone AS MATERIALIZED (
         SELECT ordinality::int - 1 AS id, ST_SetSRID(ST_GeomFromGeoJSON(area), 4326) AS area
         FROM unnest($1::text[]) WITH ORDINALITY AS it(area, ordinality)
       )
       SELECT (SELECT array_agg(zone.id ORDER BY zone.id) FROM zone
               WHERE ST_Covers(zone.area, ST_SetSRID(ST_MakePoint(lng, lat), 4326))) AS zones
       FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS point(lng, lat, place)
       ORDER BY place`,
      [
        areas.map((area) => JSON.stringify(area)),
        points.map(([lng]) => lng),
        points.map(([, lat]) => lat),
      ],
    );
    const index = buildGeofenceIndex(areas.map((area, id) => ({ id: String(id), area })));
    const found = points.map(([lng, lat]) => index.zonesAt(lng, lat).map(Number));

    expect(found).toEqual(rows.map(({ zones }) => zones ?? []));
    expect(found.filter((zones) => zones.length > 0).length).toBeGreaterThan(1_500);
  });

  it('measure the same distances on the sphere, and the ellipsoid within 0.6 %', async () => {
    const random = randomFrom(7);
    const pairs = Array.from({ length: 200 }, () => ({
      from: wgs84(118 + 4 * random(), 29 + 3 * random()),
      to: wgs84(118 + 4 * random(), 29 + 3 * random()),
    }));

    const rows: { sphere: number; ellipsoid: number }[] = await database.dataSource.query(
      `WITH pair AS (
         SELECT place, ST_SetSRID(ST_MakePoint(a, b), 4326)::geography AS one,
                ST_SetSRID(ST_MakePoint(c, d), 4326)::geography AS other
         FROM unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[])
              WITH ORDINALITY AS it(a, b, c, d, place)
       )
       SELECT ST_Distance(one, other, false) AS sphere, ST_Distance(one, other) AS ellipsoid
       FROM pair ORDER BY place`,
      [
        pairs.map(({ from }) => from.lng),
        pairs.map(({ from }) => from.lat),
        pairs.map(({ to }) => to.lng),
        pairs.map(({ to }) => to.lat),
      ],
    );

    expect(rows).toHaveLength(pairs.length);
    pairs.forEach(({ from, to }, index) => {
      const { sphere, ellipsoid } = rows[index]!;
      expect(distanceM(from, to) / sphere).toBeCloseTo(1, 6);
      expect(Math.abs(distanceM(from, to) / ellipsoid - 1)).toBeLessThan(0.006);
    });
  });
});
