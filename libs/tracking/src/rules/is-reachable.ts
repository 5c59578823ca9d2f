import { judgeDrive } from '@tongyun/geo';
import type { TimedPoint } from './inputs.js';

/** Receivers wander by this much between two fixes of one second; no speed follows from it. */
const WANDER_M = 200;

/**
 * Whether a truck could have gone from one point to the other in the time between them: the rule that
 * camera sightings are judged by too, with what receivers wander for what positions differ by.
 *
 * @param maxSpeedKph policy `fix.max_speed_kph`
 */
export const isReachable = (from: TimedPoint, to: TimedPoint, maxSpeedKph: number): boolean =>
  judgeDrive(from, to, { maxSpeedKph, apartM: WANDER_M }).isPossible;
