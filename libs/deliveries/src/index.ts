export { AssignService, type WantedAssignment } from './assign.service.js';
export type { AssignmentJob, JobRef } from './assignment-jobs.service.js';
export {
  type AssignmentPreview,
  AssignmentPreviews,
  type JobPreviews,
  type VehicleAndDriver,
} from './assignment-previews.service.js';
export { AssignmentQueries } from './assignment-queries.service.js';
export { toAssignmentView } from './assignment-view.js';
export { anyOwnVehicle } from './any-own-vehicle.js';
export { ClockInService } from './clock-in.service.js';
export { ConcreteLives } from './concrete-lives.service.js';
export { ConfirmStartService } from './confirm-start.service.js';
export { CreateOrderService } from './create-order.service.js';
export { CreateSiteService } from './create-site.service.js';
export type { AssignmentDetails } from './data/assignment-details.repository.js';
export type {
  BesideOrderRow,
  DayLoadRow,
  DayOrderRow,
  DayPumpJobRow,
  DayPumpRunRow,
  DayReturnRow,
} from './data/day-work.repository.js';
export type { DiversionEntity as Diversion } from './data/diversion.entity.js';
export type { OpenLoadRow } from './data/diversion.repository.js';
export type { DutyEntity as Duty } from './data/duty.entity.js';
export type { LoadDetails, OrderDetails } from './data/order-details.repository.js';
export type { PumpJobEntity as PumpJob } from './data/pumping/pump-job.entity.js';
export type { PumpJobDetails } from './data/pumping/pump-job-details.repository.js';
export type { SiteEntity as Site } from './data/site.entity.js';
export type { StartConfirmationEntity as StartConfirmation } from './data/start-confirmation.entity.js';
export type { TripDetails } from './data/trip-details.repository.js';
export type { TripEntity as Trip } from './data/trip.entity.js';
export { type DayWork, DayWorkQueries, type WorkBeside } from './day-work-queries.service.js';
export type { DeliveryEvents } from './deliveries.events.js';
export { DeliveriesModule } from './deliveries.module.js';
export {
  type AllowedDiversion,
  type DiversionGoal,
  DivertTripService,
} from './divert-trip.service.js';
export { type CarriedConcrete, DiversionQueries } from './diversion-queries.service.js';
export { DutyQueries } from './duty-queries.service.js';
export { JointSupplyQueries } from './joint-supply/joint-supply-queries.service.js';
export { OrderQueries, type WholeOrder } from './order-queries.service.js';
export { PumpJobQueries } from './pumping/pump-job-queries.service.js';
export {
  type RecordedPumpStage,
  RecordPumpStageService,
  type ReportedPumpStage,
} from './pumping/record-pump-stage.service.js';
export {
  type RecordedStage,
  RecordStageService,
  type ReportedStage,
} from './record-stage.service.js';
export { type LoadRefusal, RefuseLoadService } from './refuse-load.service.js';
export {
  type PlannedOrder,
  type RefusedItem,
  type ReleasedPlan,
  ReleasePlanService,
} from './release-plan.service.js';
export type { PlannedItem } from './rules/planned-items.js';
export { SUPERSEDED, type StageOutcome } from './rules/advance-trip.js';
export { estimateSiteStay } from './rules/assignment-window.js';
export { openM3Of } from './rules/diversion/make-room.js';
export { judgeOverride } from './rules/override-reasons.js';
export type { AssignmentWindow } from './rules/assignment-window.js';
export type { Warning } from './rules/assignment-warnings.js';
export {
  type BatchedLoad,
  type ConcreteLife,
  type ConcreteLifeLimits,
  judgeConcreteLife,
} from './rules/concrete-life.js';
export { type PumpStage, type PumpJobState } from './rules/pumping/pump-stages.js';
export { productOf } from './rules/product.js';
export { findAccess } from './rules/site-access.js';
export { isLoadedAt } from './rules/is-loaded.js';
export { SAME_SPOT_M } from './rules/same-spot.js';
export { isSameM3 } from './rules/volume.js';
export {
  findNextStage,
  type StageEvidence,
  type StageEvidenceMap,
  type TripStage,
} from './rules/stages.js';
export { SiteQueries } from './site-queries.service.js';
export { StartConfirmationQueries } from './start-confirmation-queries.service.js';
export { type TripContext, TripQueries } from './trip-queries.service.js';
