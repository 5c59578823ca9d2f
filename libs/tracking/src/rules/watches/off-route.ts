import { distanceM, wgs84 } from '@tongyun/geo';
import { bySeveralFixes, type Watch } from './watch.js';

/**
 * A loaded truck far off every sensible way from its plant to its site.
 *
 * Where no route is prescribed, the way over the place where it is may be longer than the straight
 * line by a factor and a slack, an ellipse about plant and site.
 */
export const offRoute: Watch = {
  code: 'off_route',
  confirmFixes: bySeveralFixes,
  find({ trip, last }, input, { policy }) {
    if (trip === null || trip.stage !== 'en_route') return null;
    if (input.kind !== 'fix' || last === null) return 'no_word';
    const here = wgs84(last.lng, last.lat);
    const plant = wgs84(trip.plant.lng, trip.plant.lat);
    const site = wgs84(trip.site.lng, trip.site.lat);
    const overM = distanceM(plant, here) + distanceM(here, site);
    const limitM = distanceM(plant, site) * policy.offRouteFactor + policy.offRouteSlackM;
    if (overM <= limitM) return null;
    return {
      level: 'warning',
      value: Math.round(overM),
      limitValue: Math.round(limitM),
      unit: 'm',
      sinceMs: null,
    };
  },
};
