import type { Source, ZoneCrossing } from '@tongyun/solver';
import type { FactWay, FactWays } from './day-facts.js';

/** What a guessed way is at least in the zones that hold the site, as shares of its time. */
interface LeastShares {
  readonly out: number;
  readonly back: number;
}

/**
 * The zones on the ways between a plant and a site as the planner takes them. A guess from the straight line is in the
 * zones that hold the site for at least a given share of its time: roads bend, and the line may cut a corner of the zone.
 */
export function toCrossings(
  { out, back }: Pick<FactWays, 'out' | 'back'>,
  least: LeastShares,
): NonNullable<Source['crossings']> {
  return {
    out: partsOf(out, (part) => ({ ...part, from: Math.min(part.from, 1 - least.out) })),
    back: partsOf(back, (part) => ({ ...part, to: Math.max(part.to, least.back) }), 0),
  };
}

/** @param siteEnd where on the way the site is */
function partsOf(
  { isByRoad, crossings }: FactWay,
  widen: (part: ZoneCrossing) => ZoneCrossing,
  siteEnd: 0 | 1 = 1,
): ZoneCrossing[] {
  return crossings.map(({ zoneSet: zone, from, to }) => {
    const isAtSite = (siteEnd === 1 ? to : from) === siteEnd;
    return isByRoad || !isAtSite ? { zone, from, to } : widen({ zone, from, to });
  });
}
