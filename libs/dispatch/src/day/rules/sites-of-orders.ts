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

const isOneSpot = (first: AtSite, { siteId, position }: AtSite): boolean =>
  first.placingMethod !== 'pump' &&
  (first.siteId === siteId || distanceM(first.position, position) <= SAME_SPOT_M);
