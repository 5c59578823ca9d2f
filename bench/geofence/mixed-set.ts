import { destination, type IndexedZone, type PolygonArea, wgs84 } from '@tongyun/geo';
import { between, type Random, seededRandom } from '@tongyun/kernel';

/** Where the zones' centres and the points lie, WGS-84 degrees. */
const AREA = { west: 118.3, east: 120.9, south: 29.2, north: 30.6 };
const CORNERS = 200;
/** How far a corner is drawn in at most, as a share of its zone's radius. */
const DRAWN_IN = 0.4;

const SIZES = [
  { count: 150, fromKm: 0.15, toKm: 0.5, of: 'site' },
  { count: 30, fromKm: 3, toKm: 10, of: 'district' },
  { count: 20, fromKm: 25, toKm: 40, of: 'supply range' },
];

export type LngLat = readonly [lng: number, lat: number];

/**
 * The mixed set: 200 stars of 200 corners, of a site's, a district's and a supply range's size.
 *
 * @param isJagged every corner's distance is drawn from the whole range of its size, not near to
 *   its zone's own radius: borders are then several times as long
 */
export function mixedZones(seed: number, isJagged = false): IndexedZone[] {
  const random = seededRandom(seed);
  return SIZES.flatMap(({ count, fromKm, toKm, of }) =>
    Array.from({ length: count }, (_, nth): IndexedZone => {
      const radiusKm = between(random, fromKm, toKm);
      const awayKm = isJagged
        ? () => between(random, fromKm, toKm)
        : () => radiusKm * (1 - DRAWN_IN * random());
      return { id: `${of} ${nth + 1}`, area: star(random, awayKm) };
    }),
  );
}

function star(random: Random, awayKm: () => number): PolygonArea {
  const [lng, lat] = aPoint(random);
  const corners = Array.from({ length: CORNERS }, (_, nth) => {
    const towardsDeg = ((nth + 0.8 * random()) * 360) / CORNERS;
    const corner = destination(wgs84(lng, lat), towardsDeg, awayKm() * 1_000);
    return [corner.lng, corner.lat];
  });
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
}

/** Points spread evenly over the area. */
export function uniformPoints(seed: number, count: number): LngLat[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => aPoint(random));
}

const aPoint = (random: Random): LngLat => [
  between(random, AREA.west, AREA.east),
  between(random, AREA.south, AREA.north),
];
