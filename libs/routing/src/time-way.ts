import { simplifyPath } from '@tongyun/geo';
import type { TimedWay, Way } from './travel-times.js';

/** Far less than a zone's border is drawn exactly: a way of hundreds of places becomes one of dozens. */
const TOLERANCE_M = 20;

/**
 * A way with the share of its time that has passed at each place, without the places that bend it by
 * less than 20 m.
 *
 * @param path at least two places, WGS-84 degrees
 * @param sec seconds from each place to the next, ≥ 0; where they come to nothing, every piece counts alike
 */
export function timeWay(path: Way, sec: readonly number[]): TimedWay {
  const total = sec.reduce((sum, one) => sum + one, 0);
  const takes = total > 0 ? sec : sec.map(() => 1);
  const whole = total > 0 ? total : sec.length;
  const shares = new Map<Way[number], number>();
  let passed = 0;
  path.forEach((place, nth) => {
    shares.set(place, Math.min(1, passed / whole));
    passed += takes[nth] ?? 0;
  });
  const kept = simplifyPath(path, TOLERANCE_M);
  return {
    path: kept,
    passedAt: kept.map((place, nth) => (nth === kept.length - 1 ? 1 : shares.get(place)!)),
  };
}
