import type { DayOrder, DayPlant, TravelTable, WayCrossings, ZoneCrossing } from '@tongyun/solver';
import { CITY } from './city-table.js';

const TOWN = 0;
/** Sites one after the other of a pump: the next pour begins no earlier than so much before the one it comes from. */
const BEFORE_SEC = 3_600;

/**
 * The part in the built-up area of each way that its vehicles may take to or from a site there: between plants and
 * sites, and for pumps from site to site. All other ways lead round it.
 */
export function waysInTown(
  { freeSec, places }: TravelTable,
  plants: readonly DayPlant[],
  orders: readonly DayOrder[],
): WayCrossings {
  const found = new Map<number, readonly ZoneCrossing[]>();
  const put = (from: number, to: number, isFrom: boolean, isTo: boolean): void => {
    const way = from * places + to;
    const share = Math.min(1, (CITY.zone.insideMin * 60) / Math.max(1, freeSec[way]!));
    if (isFrom && isTo) found.set(way, [{ zone: TOWN, from: 0, to: 1 }]);
    else if (isFrom) found.set(way, [{ zone: TOWN, from: 0, to: share }]);
    else if (isTo) found.set(way, [{ zone: TOWN, from: 1 - share, to: 1 }]);
  };
  const bringersOf = ({ sources }: DayOrder) =>
    new Set(sources.map(({ plant }) => plants[plant]!.enterprise));
  const pumped = new Map<number, DayOrder[]>();
  for (const order of orders) {
    const bringers = bringersOf(order);
    for (const { enterprise, place } of plants) {
      if (!bringers.has(enterprise) || order.zone < 0) continue;
      put(place, order.place, false, true);
      put(order.place, place, true, false);
    }
    if (order.pumps === 0) continue;
    for (const enterprise of bringers) {
      const own = pumped.get(enterprise) ?? [];
      pumped.set(enterprise, [...own, order]);
    }
  }
  for (const own of pumped.values()) {
    for (const one of own) {
      for (const next of own) {
        const isLater = next.firstFromSec > one.firstFromSec - BEFORE_SEC;
        if (one !== next && isLater) put(one.place, next.place, one.zone >= 0, next.zone >= 0);
      }
    }
  }
  return found;
}
