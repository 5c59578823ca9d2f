import { type Corridor, distanceM, distanceToPathM, wgs84 } from '@tongyun/geo';
import type { JudgePolicy } from '../context.js';
import type { TimedPoint, TripFacts } from '../inputs.js';
import { bySeveralFixes, type Watch } from './watch.js';

/** How far something went, and how far it may. */
interface Measured {
  readonly valueM: number;
  readonly limitM: number;
}

/**
 * A loaded truck far off the way from its plant to its site: off the way by road where that is known,
 * else off every sensible one.
 */
export const offRoute: Watch = {
  code: 'off_route',
  confirmFixes: bySeveralFixes,
  find({ trip, last }, input, { policy }) {
    if (trip === null || trip.stage !== 'en_route') return null;
    if (input.kind !== 'fix' || last === null) return 'no_word';
    // A state that an earlier release wrote knows of no way.
    const { valueM, limitM } = trip.way
      ? besideWay(trip.way, last, policy)
      : overPlace(trip, last, policy);
    if (valueM <= limitM) return null;
    return {
      level: 'warning',
      value: Math.round(valueM),
      limitValue: Math.round(limitM),
      unit: 'm',
      sinceMs: null,
    };
  },
};

const besideWay = (path: Corridor['path'], here: TimedPoint, policy: JudgePolicy): Measured => ({
  valueM: distanceToPathM(here, path),
  limitM: policy.offRouteCorridorM,
});

/**
 * The way over the place where it is may be longer than the straight line by a factor and a slack, an
 * ellipse about plant and site.
 */
function overPlace(
  { plant, site }: TripFacts,
  { lng, lat }: TimedPoint,
  policy: JudgePolicy,
): Measured {
  const [here, from, to] = [
    wgs84(lng, lat),
    wgs84(plant.lng, plant.lat),
    wgs84(site.lng, site.lat),
  ];
  return {
    valueM: distanceM(from, here) + distanceM(here, to),
    limitM: distanceM(from, to) * policy.offRouteFactor + policy.offRouteSlackM,
  };
}
