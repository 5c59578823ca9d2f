import { ComplianceModule } from '@tongyun/compliance';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignService } from './assign.service.js';
import { AssignmentJobs } from './assignment-jobs.service.js';
import { AssignmentPreviews } from './assignment-previews.service.js';
import { AssignmentQueries } from './assignment-queries.service.js';
import { CancelAssignmentService } from './cancel-assignment.service.js';
import { CarryForwardService } from './carry-forward.service.js';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { ChangeOrderStateService } from './change-order-state.service.js';
import { ClockInService } from './clock-in.service.js';
import { ClockOutService } from './clock-out.service.js';
import { ConcreteLives } from './concrete-lives.service.js';
import { ConfirmStartService } from './confirm-start.service.js';
import { CopyOrderService } from './copy-order.service.js';
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { AssignmentDetailsRepository } from './data/assignment-details.repository.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { DayWorkRepository } from './data/day-work.repository.js';
import { DiversionRepository } from './data/diversion.repository.js';
import { DrivingRepository } from './data/driving.repository.js';
import { DutyRepository } from './data/duty.repository.js';
import * as entities from './data/index.js';
import { JointShareRepository } from './data/joint-supply/joint-share.repository.js';
import { JointSupplyRepository } from './data/joint-supply/joint-supply.repository.js';
import { LaboratoryRepository } from './data/laboratory/laboratory.repository.js';
import { NightPermitRepository } from './data/night-work/night-permit.repository.js';
import { OrderDetailsRepository } from './data/order-details.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { BatchRecordRepository } from './data/plant-desk/batch-record.repository.js';
import { LoadingCallRepository } from './data/plant-desk/loading-call.repository.js';
import { PlantQueueRepository } from './data/plant-desk/plant-queue.repository.js';
import { PumpJobDetailsRepository } from './data/pumping/pump-job-details.repository.js';
import { PumpJobRepository } from './data/pumping/pump-job.repository.js';
import { SiteRepository } from './data/site.repository.js';
import { TicketRepository } from './data/tickets/ticket.repository.js';
import { TripPapersRepository } from './data/tickets/trip-papers.repository.js';
import { StartConfirmationRepository } from './data/start-confirmation.repository.js';
import { TripDetailsRepository } from './data/trip-details.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { DiversionQueries } from './diversion-queries.service.js';
import { DivertTripService } from './divert-trip.service.js';
import { DayWorkQueries } from './day-work-queries.service.js';
import { DriverDayQueries } from './driver-day-queries.service.js';
import { DrivingTimes } from './driving-times.js';
import { DutyPermission } from './duty-permission.service.js';
import { DutyQueries } from './duty-queries.service.js';
import { FillLoad } from './fill-load.js';
import { FollowTripService } from './follow-trip.service.js';
import { JointShareBook } from './joint-supply/joint-share-book.js';
import { JointSupplyQueries } from './joint-supply/joint-supply-queries.service.js';
import { LeadOfPour } from './joint-supply/lead-of-pour.js';
import { MoveQuotaService } from './joint-supply/move-quota.service.js';
import { OfferJointShareService } from './joint-supply/offer-joint-share.service.js';
import { SetOrderVolume } from './joint-supply/set-order-volume.js';
import { StepJointShareService } from './joint-supply/step-joint-share.service.js';
import { CheckMix } from './laboratory/check-mix.js';
import { LaboratoryPolicy } from './laboratory/laboratory-policy.js';
import { LaboratoryQueries } from './laboratory/laboratory-queries.service.js';
import { RecordLaboratoryService } from './laboratory/record-laboratory.service.js';
import { FlagNoiseService } from './night-work/flag-noise.service.js';
import { SetSiteAccessService } from './site-access/set-site-access.service.js';
import { NightWorkQueries } from './night-work/night-work-queries.service.js';
import { RecordNightPermitService } from './night-work/record-night-permit.service.js';
import { OrderFulfilment } from './order-fulfilment.js';
import { OrderQueries } from './order-queries.service.js';
import { CallTruckService } from './plant-desk/call-truck.service.js';
import { OpenMismatches } from './plant-desk/open-mismatches.js';
import { PlantPolicy } from './plant-desk/plant-policy.js';
import { PlantQueueQueries } from './plant-desk/plant-queue-queries.service.js';
import { RecordBatchService } from './plant-desk/record-batch.service.js';
import { SettleBatchService } from './plant-desk/settle-batch.service.js';
import { SumUpBatches } from './plant-desk/sum-up-batches.js';
import { WithdrawCallService } from './plant-desk/withdraw-call.service.js';
import { FollowPumpJob } from './pumping/follow-pump-job.js';
import { SetPumpStay } from './pumping/set-pump-stay.js';
import { PumpJobQueries } from './pumping/pump-job-queries.service.js';
import { RecordPumpClaimsService } from './pumping/record-pump-claims.service.js';
import { RecordPumpStageService } from './pumping/record-pump-stage.service.js';
import { RecordClaimsService } from './record-claims.service.js';
import { RecordStageService } from './record-stage.service.js';
import { RefuseLoadService } from './refuse-load.service.js';
import { ReleasePlanService } from './release-plan.service.js';
import { ReopenLoad } from './reopen-load.js';
import { SetSiteReadyService } from './set-site-ready.service.js';
import { SiteQueries } from './site-queries.service.js';
import { StartConfirmationQueries } from './start-confirmation-queries.service.js';
import { SupplierStanding } from './supplier-standing.js';
import { TakeBackLoad } from './take-back-load.js';
import { TakeCallsInBulkService } from './take-calls-in-bulk.service.js';
import { TakeOrderCallService } from './take-order-call.service.js';
import { IssueTicketService } from './tickets/issue-ticket.service.js';
import { RecordAcceptanceService } from './tickets/record-acceptance.service.js';
import { RecordPapersService } from './tickets/record-papers.service.js';
import { ReplaceTicket } from './tickets/replace-ticket.js';
import { TripPapersQueries } from './tickets/trip-papers-queries.service.js';
import { VoidTicketService } from './tickets/void-ticket.service.js';
import { WriteTicket } from './tickets/write-ticket.js';
import { TripQueries } from './trip-queries.service.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

const repositories = [
  AssignmentDetailsRepository,
  AssignmentRepository,
  BatchRecordRepository,
  DayWorkRepository,
  DiversionRepository,
  DrivingRepository,
  DutyRepository,
  JointShareRepository,
  JointSupplyRepository,
  LaboratoryRepository,
  LoadingCallRepository,
  NightPermitRepository,
  OrderDetailsRepository,
  OrderRepository,
  PlantQueueRepository,
  PumpJobDetailsRepository,
  PumpJobRepository,
  SiteRepository,
  TicketRepository,
  StartConfirmationRepository,
  TripDetailsRepository,
  TripPapersRepository,
  TripRepository,
];
const inside = [
  AssignmentJobs,
  ChangeAnnouncer,
  CheckMix,
  DrivingTimes,
  DutyPermission,
  FillLoad,
  FollowPumpJob,
  SetPumpStay,
  FollowTripService,
  JointShareBook,
  LaboratoryPolicy,
  LeadOfPour,
  ReopenLoad,
  OpenMismatches,
  OrderFulfilment,
  PlantPolicy,
  SetOrderVolume,
  SumUpBatches,
  SupplierStanding,
  TakeBackLoad,
  WithdrawAssignment,
  ReplaceTicket,
  WriteTicket,
];
const queries = [
  AssignmentPreviews,
  AssignmentQueries,
  ConcreteLives,
  DayWorkQueries,
  DiversionQueries,
  DriverDayQueries,
  DutyQueries,
  JointSupplyQueries,
  LaboratoryQueries,
  NightWorkQueries,
  OrderQueries,
  PlantQueueQueries,
  PumpJobQueries,
  SiteQueries,
  TripPapersQueries,
  StartConfirmationQueries,
  TripQueries,
];
const useCases = [
  AssignService,
  CallTruckService,
  CancelAssignmentService,
  CarryForwardService,
  ChangeOrderStateService,
  ClockInService,
  ClockOutService,
  ConfirmStartService,
  CopyOrderService,
  CreateOrderService,
  CreateSiteService,
  DivertTripService,
  FlagNoiseService,
  SetSiteAccessService,
  IssueTicketService,
  MoveQuotaService,
  OfferJointShareService,
  RecordAcceptanceService,
  RecordBatchService,
  RecordClaimsService,
  RecordLaboratoryService,
  RecordNightPermitService,
  RecordPapersService,
  RecordPumpClaimsService,
  RecordPumpStageService,
  RecordStageService,
  RefuseLoadService,
  ReleasePlanService,
  SetSiteReadyService,
  SettleBatchService,
  StepJointShareService,
  TakeCallsInBulkService,
  TakeOrderCallService,
  VoidTicketService,
  WithdrawCallService,
];

/** Orders, who serves them, and what became of each load. Needs TRAVEL_TIMES and TIME_ZONE. */
@Module({
  imports: [
    TypeOrmModule.forFeature(Object.values(entities)),
    PolicyModule,
    FleetModule,
    ComplianceModule,
  ],
  providers: [...repositories, ...inside, ...queries, ...useCases],
  exports: [...queries, ...useCases],
})
export class DeliveriesModule {}
