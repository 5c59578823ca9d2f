import { distanceToPathM } from '@tongyun/geo';
import type { PassFact, PassRouteFact, ZonePlace } from './facts.js';

/** How a place misses the routes of a pass. */
export interface OffRoute {
  /** The one that is nearest, by what is missing to its strip. */
  readonly route: PassRouteFact;
  /** Metres from the place to the middle of that route. */
  readonly distanceM: number;
}

/**
 * Finds how a place misses every route that a pass prescribes; null: it lies on one of them, its
 * border inside, or the pass prescribes none.
 *
 * What the place may be off by counts in its favour: it misses a route only when it does so for sure.
 */
export function findOffRoute({ routes = [] }: PassFact, place: ZonePlace): OffRoute | null {
  let nearest: (OffRoute & { readonly missingM: number }) | null = null;
  for (const route of routes) {
    const distanceM = distanceToPathM(place, route.path);
    const missingM = distanceM - route.halfWidthM - place.withinM;
    if (missingM <= 0) return null;
    if (nearest === null || missingM < nearest.missingM) nearest = { route, distanceM, missingM };
  }
  return nearest && { route: nearest.route, distanceM: nearest.distanceM };
}
