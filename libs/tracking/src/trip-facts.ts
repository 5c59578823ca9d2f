import type { ConcreteLifeLimits, TripContext } from '@tongyun/deliveries';
import type { TripWayEntity } from './data/trip-way.entity.js';
import type { TripFacts } from './rules/inputs.js';

/**
 * A trip as the judge carries it from input to input.
 *
 * @param way by road from its plant to its site; null: not known
 */
export const toTripFacts = (
  trip: TripContext,
  life: ConcreteLifeLimits,
  way: TripWayEntity['path'],
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
  way,
});
