import { type Wgs84, wgs84 } from './position.js';

/** Mean radius of the earth in metres (IUGG: (2a + b) / 3 of WGS-84). */
export const EARTH_RADIUS_M = 6_371_008.8;

const RAD_PER_DEG = Math.PI / 180;
const haversine = (angleRad: number): number => Math.sin(angleRad / 2) ** 2;

/**
 * Great-circle distance on a sphere, in metres.
 *
 * Differs from the ellipsoid by at most 0.6 %: a 20 km supply range is right within 120 m.
 */
export function distanceM(from: Wgs84, to: Wgs84): number {
  const fromLat = from.lat * RAD_PER_DEG;
  const toLat = to.lat * RAD_PER_DEG;
  const chord =
    haversine(toLat - fromLat) +
    Math.cos(fromLat) * Math.cos(toLat) * haversine((to.lng - from.lng) * RAD_PER_DEG);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Initial great-circle heading from one position to another, degrees clockwise from north,
 * [0, 360); 0 when both are the same.
 */
export function headingDeg(from: Wgs84, to: Wgs84): number {
  const fromLat = from.lat * RAD_PER_DEG;
  const toLat = to.lat * RAD_PER_DEG;
  const east = (to.lng - from.lng) * RAD_PER_DEG;
  const y = Math.sin(east) * Math.cos(toLat);
  const x =
    Math.cos(fromLat) * Math.sin(toLat) - Math.sin(fromLat) * Math.cos(toLat) * Math.cos(east);
  const heading = Math.atan2(y, x) / RAD_PER_DEG;
  return heading < 0 ? Math.min(heading + 360, 359.999_999_999) : heading;
}

/**
 * The position reached by going `awayM` metres from `from` along the great circle that starts
 * towards `towardsDeg` (degrees clockwise from north).
 */
export function destination(from: Wgs84, towardsDeg: number, awayM: number): Wgs84 {
  const angle = awayM / EARTH_RADIUS_M;
  const heading = towardsDeg * RAD_PER_DEG;
  const fromLat = from.lat * RAD_PER_DEG;
  const sinLat =
    Math.sin(fromLat) * Math.cos(angle) + Math.cos(fromLat) * Math.sin(angle) * Math.cos(heading);
  const lat = Math.asin(Math.max(-1, Math.min(1, sinLat)));
  const east = Math.atan2(
    Math.sin(heading) * Math.sin(angle) * Math.cos(fromLat),
    Math.cos(angle) - Math.sin(fromLat) * sinLat,
  );
  const lng = from.lng + east / RAD_PER_DEG;
  return wgs84(((((lng + 180) % 360) + 360) % 360) - 180, lat / RAD_PER_DEG);
}
