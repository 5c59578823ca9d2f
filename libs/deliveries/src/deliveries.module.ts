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
import { ChangeAnnouncer } from './change-announcer.service.js';
import { ChangeOrderStateService } from './change-order-state.service.js';
import { ClockInService } from './clock-in.service.js';
import { ClockOutService } from './clock-out.service.js';
import { ConcreteLives } from './concrete-lives.service.js';
import { CopyOrderService } from './copy-order.service.js';
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { AssignmentDetailsRepository } from './data/assignment-details.repository.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { DayWorkRepository } from './data/day-work.repository.js';
import { DiversionRepository } from './data/diversion.repository.js';
import { DutyRepository } from './data/duty.repository.js';
import * as entities from './data/index.js';
import { OrderDetailsRepository } from './data/order-details.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { SiteRepository } from './data/site.repository.js';
import { TripDetailsRepository } from './data/trip-details.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { DiversionQueries } from './diversion-queries.service.js';
import { DivertTripService } from './divert-trip.service.js';
import { DayWorkQueries } from './day-work-queries.service.js';
import { DriverDayQueries } from './driver-day-queries.service.js';
import { DutyPermission } from './duty-permission.service.js';
import { DutyQueries } from './duty-queries.service.js';
import { FillLoad } from './fill-load.js';
import { FollowTripService } from './follow-trip.service.js';
import { OrderQueries } from './order-queries.service.js';
import { RecordBatchService } from './record-batch.service.js';
import { RecordClaimsService } from './record-claims.service.js';
import { RecordStageService } from './record-stage.service.js';
import { RefuseLoadService } from './refuse-load.service.js';
import { ReleasePlanService } from './release-plan.service.js';
import { ReopenLoad } from './reopen-load.js';
import { SetSiteReadyService } from './set-site-ready.service.js';
import { SiteQueries } from './site-queries.service.js';
import { TakeBackLoad } from './take-back-load.js';
import { TakeCallsInBulkService } from './take-calls-in-bulk.service.js';
import { TakeOrderCallService } from './take-order-call.service.js';
import { TripQueries } from './trip-queries.service.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

const repositories = [
  AssignmentDetailsRepository,
  AssignmentRepository,
  DayWorkRepository,
  DiversionRepository,
  DutyRepository,
  OrderDetailsRepository,
  OrderRepository,
  SiteRepository,
  TripDetailsRepository,
  TripRepository,
];
const inside = [
  AssignmentJobs,
  ChangeAnnouncer,
  DutyPermission,
  FillLoad,
  FollowTripService,
  ReopenLoad,
  TakeBackLoad,
  WithdrawAssignment,
];
const queries = [
  AssignmentPreviews,
  AssignmentQueries,
  ConcreteLives,
  DayWorkQueries,
  DiversionQueries,
  DriverDayQueries,
  DutyQueries,
  OrderQueries,
  SiteQueries,
  TripQueries,
];
const useCases = [
  AssignService,
  CancelAssignmentService,
  ChangeOrderStateService,
  ClockInService,
  ClockOutService,
  CopyOrderService,
  CreateOrderService,
  CreateSiteService,
  DivertTripService,
  RecordBatchService,
  RecordClaimsService,
  RecordStageService,
  RefuseLoadService,
  ReleasePlanService,
  SetSiteReadyService,
  TakeCallsInBulkService,
  TakeOrderCallService,
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
