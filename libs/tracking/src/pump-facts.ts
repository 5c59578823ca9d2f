import type { PumpJobDetails } from '@tongyun/deliveries';
import type { PumpFacts } from './rules/inputs.js';

/** A pump's job as the judge carries it from input to input; null: nobody was told of it. */
export const toPumpFacts = (job: PumpJobDetails): PumpFacts | null =>
  job.state === 'planned'
    ? null
    : {
        pumpJobId: job.id,
        enterpriseId: job.enterpriseId,
        driverId: job.driverId,
        stage: job.state,
        departAtMs: job.departAt.getTime(),
        readyByAtMs: job.readyByAt.getTime(),
        plant: {
          id: job.plantId,
          lng: job.plantLng,
          lat: job.plantLat,
          radiusM: job.plantFenceRadiusM,
        },
        site: {
          id: job.siteId,
          lng: job.siteLng,
          lat: job.siteLat,
          radiusM: job.siteFenceRadiusM,
        },
      };
