import type { Position } from 'geojson';
import { EARTH_RADIUS_M } from './great-circle.js';

/** Bounds in degrees; empty when `west` lies beyond `east`. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Corner {
  readonly lng: number;
  readonly lat: number;
}

const EMPTY: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
const M_PER_DEG = (EARTH_RADIUS_M * Math.PI) / 180;

/** The smallest box around a ring's vertices. */
export function boxOf(ring: readonly Position[]): Box {
  let { west, south, east, north } = EMPTY;
  for (const position of ring) {
    const lng = position[0] ?? NaN;
    const lat = position[1] ?? NaN;
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/** The smallest box around the straight way between two points. */
export const boxAlong = (from: Corner, to: Corner): Box => ({
  west: Math.min(from.lng, to.lng),
  south: Math.min(from.lat, to.lat),
  east: Math.max(from.lng, to.lng),
  north: Math.max(from.lat, to.lat),
});

/** The smallest box around other boxes; empty for none. */
export const unionOf = (boxes: readonly Box[]): Box =>
  boxes.reduce(
    (sum, box) => ({
      west: Math.min(sum.west, box.west),
      south: Math.min(sum.south, box.south),
      east: Math.max(sum.east, box.east),
      north: Math.max(sum.north, box.north),
    }),
    EMPTY,
  );

/** Whether a box holds a point, border inside. */
export const hasPoint = (box: Box, lng: number, lat: number): boolean =>
  lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;

/** Whether two boxes have a point in common, borders inside. */
export const areMeeting = (one: Box, other: Box): boolean =>
  one.west <= other.east &&
  other.west <= one.east &&
  one.south <= other.north &&
  other.south <= one.north;

/**
 * Whether a box lies within `withinM` metres of a point, on the plane laid at the point; never
 * false for a box that does.
 */
export function isBoxNear(box: Box, lng: number, lat: number, withinM: number): boolean {
  const mPerLng = M_PER_DEG * Math.cos((lat * Math.PI) / 180);
  const eastM = Math.max(box.west - lng, 0, lng - box.east) * mPerLng;
  const northM = Math.max(box.south - lat, 0, lat - box.north) * M_PER_DEG;
  return Math.max(eastM, northM) <= withinM * 1.001;
}
