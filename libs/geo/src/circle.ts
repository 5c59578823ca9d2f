import { distanceM } from './great-circle.js';
import { wgs84 } from './position.js';

/** A circle on the ground, WGS-84 degrees and metres: around a plant or a site. */
export interface Circle {
  readonly lng: number;
  readonly lat: number;
  readonly radiusM: number;
}

/**
 * Which side of a circle a WGS-84 point is on, its border inside; `band`: within `exitMarginM` metres
 * beyond it, which is too near to have left and too far to have come.
 */
export function sideOfCircle(
  point: { readonly lng: number; readonly lat: number },
  { lng, lat, radiusM }: Circle,
  exitMarginM: number,
): 'inside' | 'band' | 'outside' {
  const awayM = distanceM(wgs84(lng, lat), wgs84(point.lng, point.lat));
  if (awayM <= radiusM) return 'inside';
  return awayM <= radiusM + exitMarginM ? 'band' : 'outside';
}
