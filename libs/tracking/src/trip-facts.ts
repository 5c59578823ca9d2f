import type { TripContext } from '@tongyun/deliveries';
import type { TripFacts } from './rules/inputs.js';

/** Minutes from batching at which a load is warned of, and by which it must be discharged. */
export interface LoadLife {
  readonly warnMin: number;
  readonly limitMin: number;
}

/** A trip as the judge carries it from input to input. */
export const toTripFacts = (trip: TripContext, life: LoadLife): TripFacts => ({
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
  lifeWarnMin: life.warnMin,
  lifeLimitMin: life.limitMin,
  plant: {
    id: trip.plantId,
    lng: trip.plantPosition.lng,
    lat: trip.plantPosition.lat,
    radiusM: trip.plantFenceRadiusM,
  },
  batchedPlantId: trip.batchedPlantId,
  site: {
    id: trip.siteId,
    lng: trip.sitePosition.lng,
    lat: trip.sitePosition.lat,
    radiusM: trip.siteFenceRadiusM,
  },
});
