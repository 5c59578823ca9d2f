import { SAME_SPOT_M } from '@tongyun/deliveries';
import { distanceM } from '@tongyun/geo';
import type { FactOrder } from './day-facts.js';

type AtSite = Pick<FactOrder, 'siteId' | 'position' | 'placingMethod'>;

/**
 * By order, the site whose places its trucks take, as the place of the first order there: one site, or
 * another within the width of a crossing of it, is the same to a truck. A pumped pour is alone at its pump.
 */
export const sitesOf = (orders: readonly AtSite[]): number[] =>
  orders.map((order, index) =>
    order.placingMethod === 'pump' ? index : orders.findIndex((first) => isOneSpot(first, order)),
  );

/** Whether trucks of both take the same places: by the chute, at one site or as good as one. */
export const isOneSpot = (first: AtSite, other: AtSite): boolean =>
  first.placingMethod !== 'pump' &&
  other.placingMethod !== 'pump' &&
  (first.siteId === other.siteId || distanceM(first.position, other.position) <= SAME_SPOT_M);
