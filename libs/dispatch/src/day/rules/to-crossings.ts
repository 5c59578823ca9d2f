import type { ZoneCrossing } from '@tongyun/solver';
import type { FactWay } from './day-facts.js';

/** What a guessed way is at least in the zones that hold a site at its end, as shares of its time; 0: there is no site. */
export interface LeastShares {
  readonly fromSite: number;
  readonly toSite: number;
}

/**
 * The zones on a way as the planner takes them. A guess from the straight line is in the zones that hold a site for at
 * least a given share of its time: roads bend, and the line may cut a corner of the zone.
 */
export const toCrossings = (
  { isByRoad, crossings }: FactWay,
  { fromSite, toSite }: LeastShares,
): ZoneCrossing[] =>
  crossings.map(({ zoneSet: zone, from, to }) => {
    if (isByRoad) return { zone, from, to };
    return {
      zone,
      from: to === 1 ? Math.min(from, 1 - toSite) : from,
      to: from === 0 ? Math.max(to, fromSite) : to,
    };
  });
