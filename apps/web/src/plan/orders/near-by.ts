import { distanceM, wgs84 } from '@tongyun/geo';
import type { PlanOrder } from '../plan-index.js';

const M_PER_KM = 1_000;

/** Ids of the orders whose sites lie within so many kilometres of any of the chosen ones. */
export function nearBy(
  orders: readonly Pick<PlanOrder, 'id' | 'sitePosition'>[],
  chosen: readonly string[],
  km: number,
): string[] {
  const centres = orders.filter(({ id }) => chosen.includes(id));
  return orders
    .filter(({ sitePosition: { lng, lat } }) =>
      centres.some(
        ({ sitePosition: centre }) =>
          distanceM(wgs84(lng, lat), wgs84(centre.lng, centre.lat)) <= km * M_PER_KM,
      ),
    )
    .map(({ id }) => id);
}
