import type { TravelTable, WayCrossings, ZoneCrossing } from '@tongyun/solver';
import { type DayFacts, wayKey } from './day-facts.js';
import { toCrossings } from './to-crossings.js';

/** The zones on the ways between plants and sites, where they are known, as the planner takes them. */
export function toWayCrossings(
  { plants, orders, ways, policy }: Pick<DayFacts, 'plants' | 'orders' | 'ways' | 'policy'>,
  { freeSec, places }: Pick<TravelTable, 'freeSec' | 'places'>,
): WayCrossings {
  const found = new Map<number, readonly ZoneCrossing[]>();
  if (ways.size === 0) return found;
  const ids = [...plants, ...orders].map(({ id }) => id);
  const isSite = (place: number): boolean => place >= plants.length;
  ids.forEach((fromId, from) => {
    ids.forEach((toId, to) => {
      const zones = ways.get(wayKey(fromId, toId));
      if (zones === undefined) return;
      const way = from * places + to;
      const share = Math.min(1, (policy.zoneApproachMin * 60) / Math.max(1, freeSec[way]!));
      const least = { fromSite: isSite(from) ? share : 0, toSite: isSite(to) ? share : 0 };
      found.set(way, toCrossings(zones, least));
    });
  });
  return found;
}
