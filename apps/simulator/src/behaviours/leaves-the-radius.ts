import { destination, headingDeg } from '@tongyun/geo';
import type { TruckBehaviour } from './behaviour.js';

/** How far beyond the plant's range it drives: well past margin and jitter. */
const BEYOND_M = 2_500;

/** Carries a load out of its plant's range first, once a trip, and only then to the site. */
export function leavesTheRadius(): TruckBehaviour {
  const done = new Set<string>();
  return {
    name: 'leaves the radius',
    detour({ tripId, plant, site, limitM }) {
      if (limitM === null || done.has(tripId)) return null;
      done.add(tripId);
      return destination(plant, headingDeg(plant, site), limitM + BEYOND_M);
    },
  };
}
