import { distanceM } from './great-circle.js';
import { wgs84 } from './position.js';

/** A place in WGS-84 degrees at an instant, milliseconds since 1970. */
export interface PlaceInTime {
  readonly lng: number;
  readonly lat: number;
  readonly atMs: number;
}

export interface DriveLimits {
  /** How fast, over the straight line. */
  readonly maxSpeedKph: number;
  /** By how much the two positions may be apart at one instant, by their own error. */
  readonly apartM: number;
}

export interface DriveVerdict {
  readonly isPossible: boolean;
  readonly distanceM: number;
  /** The most metres that the time between allows. */
  readonly limitM: number;
}

const MS_PER_SEC = 1_000;
const MPS_OF_KPH = 1 / 3.6;

/**
 * Judges whether one vehicle can have been at both places: the straight line between them is no longer
 * than what their positions may differ by and what it can drive in the time between, whichever came
 * first; the limit itself is possible.
 */
export function judgeDrive(
  one: PlaceInTime,
  other: PlaceInTime,
  { maxSpeedKph, apartM }: DriveLimits,
): DriveVerdict {
  const betweenSec = Math.abs(other.atMs - one.atMs) / MS_PER_SEC;
  const limitM = apartM + betweenSec * maxSpeedKph * MPS_OF_KPH;
  const metres = distanceM(wgs84(one.lng, one.lat), wgs84(other.lng, other.lat));
  return { isPossible: metres <= limitM, distanceM: metres, limitM };
}
