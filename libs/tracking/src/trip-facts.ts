import type { ConcreteLifeLimits, TripContext } from '@tongyun/deliveries';
import { distanceM, type Wgs84, wgs84 } from '@tongyun/geo';
import type { Way } from '@tongyun/routing';
import type { TripFacts } from './rules/inputs.js';

/** A router's way ends on the road nearest to a site. */
const ENDS_WITHIN_M = 1_000;

/** Whether a way leads to a place: that of a load diverted on the road leads to where it was to go. */
function isWayTo(way: Way, place: Wgs84): boolean {
  const [lng, lat] = way.at(-1) ?? [NaN, NaN];
  return distanceM(wgs84(lng, lat), place) <= ENDS_WITHIN_M;
}

/**
 * A trip as the judge carries it from input to input.
 *
 * @param way by road from its plant to its site; null: not known
 */
export const toTripFacts = (
  trip: TripContext,
  life: ConcreteLifeLimits,
  way: Way | null,
): TripFacts => ({
  tripId: trip.tripId,
  enterpriseId: trip.enterpriseId,
  driverId: trip.driverId,
  stage: trip.stage,
  isLoaded: trip.isLoaded,
  leftPlantAtMs: trip.leftPlantAt?.getTime() ?? null,
  batchedAtMs: trip.batchedAt?.getTime() ?? null,
  arrivedAtMs: trip.arrivedAt?.getTime() ?? null,
  unloadStartAtMs: trip.unloadStartAt?.getTime() ?? null,
  unloadEndAtMs: trip.unloadEndAt?.getTime() ?? null,
  lifeWarnMin: life.warnAtMin,
  lifeLimitMin: life.dischargeWithinMin,
  plant: {
    id: trip.plantId,
    lng: trip.plantPosition.lng,
    lat: trip.plantPosition.lat,
    radiusM: trip.plantFenceRadiusM,
  },
  approval: trip.approval,
  batchedPlantId: trip.batchedPlantId,
  site: {
    id: trip.siteId,
    lng: trip.sitePosition.lng,
    lat: trip.sitePosition.lat,
    radiusM: trip.siteFenceRadiusM,
  },
  way: way !== null && isWayTo(way, trip.sitePosition) ? way : null,
});

/** The plants whose range a vehicle on this trip may be judged by. */
export const rangePlantsOf = (trip: TripFacts | null): string[] =>
  trip === null ? [] : [trip.batchedPlantId ?? trip.plant.id];
