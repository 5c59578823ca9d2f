import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A zone's surface: GeoJSON MultiPolygon, WGS-84 degrees, `lng, lat`, rings closed, holes allowed. */
export type MultiPolygonArea = MultiPolygon;
/** A plant's range drawn as a shape: GeoJSON Polygon, WGS-84 degrees, rings closed. */
export type PolygonArea = Polygon;
export type Area = MultiPolygonArea | PolygonArea;

type Ring = readonly Position[];
/** The rings of one polygon: the outer one first, then its holes. */
export type Rings = readonly Ring[];

/** The polygons of an area, each as its rings. */
export const polygonsOf = (area: Area): readonly Rings[] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;

/**
 * Whether an area covers a point, its border counted as inside (a hole's border too).
 *
 * Edges are straight in degrees, as PostGIS's `ST_Covers(geometry, geometry)` takes them, and the
 * arithmetic is the same, so both give one answer. Areas do not cross the 180° meridian.
 *
 * @param point WGS-84 degrees
 */
export function isCovered(point: { lng: number; lat: number }, area: Area): boolean {
  return polygonsOf(area).some((rings) => isInPolygon(point.lng, point.lat, rings));
}

/** Whether a point lies in one polygon, border inside: in the outer ring and in no hole. */
export function isInPolygon(lng: number, lat: number, rings: Rings): boolean {
  const [outer, ...holes] = rings;
  if (!outer) return false;
  const place = placeInRing(lng, lat, outer);
  if (place !== 'inside') return place === 'border';
  return holes.every((hole) => placeInRing(lng, lat, hole) !== 'inside');
}

type Place = 'inside' | 'border' | 'outside';

/** Casts a ray eastwards and counts the edges that it crosses; an edge owns its lower end only. */
function placeInRing(lng: number, lat: number, ring: Ring): Place {
  let isInside = false;
  for (let index = 1; index < ring.length; index += 1) {
    // By index: taking positions apart costs a hot loop dearly.
    const from = ring[index - 1]!;
    const to = ring[index]!;
    const fromLng = from[0] ?? NaN;
    const fromLat = from[1] ?? NaN;
    const toLng = to[0] ?? NaN;
    const toLat = to[1] ?? NaN;
    const side = (lng - fromLng) * (toLat - fromLat) - (toLng - fromLng) * (lat - fromLat);
    if (side === 0 && isInBox(lng, lat, fromLng, fromLat, toLng, toLat)) return 'border';

    const isRising = fromLat <= lat && lat < toLat;
    const isFalling = toLat <= lat && lat < fromLat;
    if ((isRising && side < 0) || (isFalling && side > 0)) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
}

const isInBox = (
  lng: number,
  lat: number,
  fromLng: number,
  fromLat: number,
  toLng: number,
  toLat: number,
): boolean =>
  lng >= Math.min(fromLng, toLng) &&
  lng <= Math.max(fromLng, toLng) &&
  lat >= Math.min(fromLat, toLat) &&
  lat <= Math.max(fromLat, toLat);
