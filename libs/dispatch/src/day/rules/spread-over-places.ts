import type { FixedLoad } from './begun.js';
import { takeFree } from './take-free.js';

interface BegunOrder {
  /** The site's number: orders of one site share its places. */
  readonly site: number;
  /** How many of them it may take, from the first on. */
  readonly places: number;
  readonly loads: readonly FixedLoad[];
}

/**
 * The place at which each load that has begun is taken to discharge: nobody reports it, so it is one
 * that is free then of all trucks at the site, else the one that is free first.
 *
 * @returns by load
 */
export function spreadOverPlaces(orders: readonly BegunOrder[]): Map<string, number> {
  const inTurn = orders
    .flatMap(({ loads, ...at }) => loads.map((load) => ({ ...at, load })))
    .toSorted((one, other) => one.load.dischargeFromSec - other.load.dischargeFromSec);
  const freeAt = new Map<number, number[]>();
  const placeOf = new Map<string, number>();
  for (const { site, places, load } of inTurn) {
    const known = freeAt.get(site) ?? [];
    const free = Array.from({ length: places }, (_, place) => known[place] ?? -Infinity);
    const discharge = { fromSec: load.dischargeFromSec, toSec: load.dischargeToSec };
    placeOf.set(load.loadId, takeFree(free, discharge));
    freeAt.set(site, [...free, ...known.slice(places)]);
  }
  return placeOf;
}
