import type { TravelTable, WayCrossings, ZoneCrossing } from '@tongyun/solver';
import type { DayFacts } from './day-facts.js';
import { toCrossings } from './to-crossings.js';

/** The zones on the ways between plants and sites, where they are known, as the planner takes them. */
export function toWayCrossings(
  { plants, orders, policy }: Pick<DayFacts, 'plants' | 'orders' | 'policy'>,
  { freeSec, places }: Pick<TravelTable, 'freeSec' | 'places'>,
): WayCrossings {
  const found = new Map<number, readonly ZoneCrossing[]>();
  const shareOf = (way: number): number =>
    Math.min(1, (policy.zoneApproachMin * 60) / Math.max(1, freeSec[way]!));
  orders.forEach(({ ways }, index) => {
    const site = plants.length + index;
    for (const { plantId, out, back } of ways) {
      const plant = plants.findIndex(({ id }) => id === plantId);
      if (plant < 0) continue;
      const [there, home] = [plant * places + site, site * places + plant];
      found.set(there, toCrossings(out, { fromSite: 0, toSite: shareOf(there) }));
      found.set(home, toCrossings(back, { fromSite: shareOf(home), toSite: 0 }));
    }
  });
  return found;
}
