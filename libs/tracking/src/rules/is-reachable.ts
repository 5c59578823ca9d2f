import { distanceM, wgs84 } from '@tongyun/geo';
import type { TimedPoint } from './inputs.js';

/** Receivers wander by this much between two fixes of one second; no speed follows from it. */
const WANDER_M = 200;
const KPH_OF_MPS = 3.6;

/**
 * Whether a truck could have gone from one point to the other in the time between them.
 *
 * @param maxSpeedKph policy `fix.max_speed_kph`, over the straight line after what a receiver may
 *   wander is taken off
 */
export function isReachable(from: TimedPoint, to: TimedPoint, maxSpeedKph: number): boolean {
  const goneM = distanceM(wgs84(from.lng, from.lat), wgs84(to.lng, to.lat)) - WANDER_M;
  const spentSec = Math.abs(to.atMs - from.atMs) / 1_000;
  return goneM <= 0 || (goneM / Math.max(spentSec, 1)) * KPH_OF_MPS <= maxSpeedKph;
}
