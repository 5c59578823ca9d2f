export { type DurationBook, DurationQueries } from './duration-queries.service.js';
export { DurationsModule } from './durations.module.js';
export { LearnDurationsService } from './learn-durations.service.js';
export { ObserveTripsService } from './observe-trips.service.js';
export type { DurationPlace } from './rules/duration-key.js';
export { computeQuantile } from './rules/robust-quantile.js';
export type { UsedDuration } from './rules/find-duration.js';
