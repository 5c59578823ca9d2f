export type { DeliveryEvents } from './deliveries.events.js';
export { DeliveriesModule } from './deliveries.module.js';
export { DutyQueries } from './duty-queries.service.js';
export { OrderQueries, type WholeOrder } from './order-queries.service.js';
export {
  type RecordedStage,
  RecordStageService,
  type ReportedStage,
} from './record-stage.service.js';
export { SUPERSEDED, type StageOutcome } from './rules/advance-trip.js';
export {
  type BatchedLoad,
  type ConcreteLife,
  type ConcreteLifeLimits,
  judgeConcreteLife,
} from './rules/concrete-life.js';
export { findNextStage, type StageEvidence, type TripStage } from './rules/stages.js';
export { SiteQueries } from './site-queries.service.js';
export { type TripContext, TripQueries } from './trip-queries.service.js';
