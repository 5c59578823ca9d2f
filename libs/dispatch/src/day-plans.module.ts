import { AccountsModule } from '@tongyun/accounts';
import { AlertsModule } from '@tongyun/alerts';
import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { DurationsModule } from '@tongyun/durations';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { DayPlanRepository } from './data/day-plan.repository.js';
import { PlanMendRepository } from './data/plan-mend.repository.js';
import { PlanOfferRepository } from './data/plan-offer.repository.js';
import { CallInCheckRepository } from './data/call-in-check.repository.js';
import { BesideQueries } from './day/beside.service.js';
import { DayBeforeQueries } from './day/day-before.service.js';
import { CatchUpService } from './day/catch-up.service.js';
import { ChangePlanService } from './day/change-plan.service.js';
import { CheckCallIns } from './day/check-call-ins.service.js';
import { DayFactsQueries } from './day/day-facts.service.js';
import { DayPolicies } from './day/day-policies.service.js';
import { DayTravelQueries } from './day/day-travel.service.js';
import { DayVehicles } from './day/day-vehicles.service.js';
import { DayWaysQueries } from './day/day-ways.service.js';
import { FindWaysOutService } from './day/find-ways-out.service.js';
import { LookAtDayService } from './day/look-at-day.service.js';
import { MendJointPour } from './day/mend-joint-pour.service.js';
import { MendLater } from './day/mending/mend-later.js';
import { MendWhenDriverRefused } from './day/mending/mend-when-driver-refused.listener.js';
import { MendWhenOrdersCame } from './day/mending/mend-when-orders-came.listener.js';
import { MendWhenPumpLate } from './day/mending/mend-when-pump-late.listener.js';
import { MendWhenWantsChanged } from './day/mending/mend-when-wants-changed.listener.js';
import { PlanBehind } from './day/mending/plan-behind.service.js';
import { PlansUnderWay } from './day/mending/plans-under-way.service.js';
import { TeachPlans } from './day/mending/teach-plans.service.js';
import { PumpsNow } from './day/pumps-now.service.js';
import { PlantHours } from './day/plant-hours.service.js';
import { PlanDayService } from './day/plan-day.service.js';
import { PlanJointPourService } from './day/plan-joint-pour.service.js';
import { DayPlanBook } from './day/day-plan-book.service.js';
import { ReleaseDayService } from './day/release-day.service.js';
import { RunEveningChecks } from './day/run-evening-checks.service.js';
import { WhyTruckService } from './day/why-truck.service.js';
import { PlanningClaims } from './day/planning/planning-claims.js';
import { Plannings } from './day/planning/plannings.js';
import { DaySolver } from './day/solving/day-solver.js';
import { DecideOfferService } from './day/standing/decide-offer.service.js';
import { ImprovePlanService } from './day/standing/improve-plan.service.js';
import { RunStandingImprover } from './day/standing/run-standing-improver.service.js';
import { StandingRuns } from './day/standing/standing-runs.js';

/** Plans of operating days. Needs SOLVER_SETTINGS, TRAVEL_TIMES and TIME_ZONE from the app. */
@Module({
  imports: [
    AccountsModule,
    AlertsModule,
    ComplianceModule,
    DeliveriesModule,
    DurationsModule,
    FleetModule,
    PolicyModule,
    TypeOrmModule.forFeature(Object.values(entities)),
  ],
  providers: [
    BesideQueries,
    DayBeforeQueries,
    CallInCheckRepository,
    CheckCallIns,
    RunEveningChecks,
    ChangePlanService,
    DayFactsQueries,
    DayPlanRepository,
    DayPolicies,
    DaySolver,
    DayTravelQueries,
    DayVehicles,
    DayWaysQueries,
    FindWaysOutService,
    WhyTruckService,
    LookAtDayService,
    PlanDayService,
    PlantHours,
    PumpsNow,
    PlanningClaims,
    Plannings,
    PlanJointPourService,
    DayPlanBook,
    ReleaseDayService,
    CatchUpService,
    DecideOfferService,
    ImprovePlanService,
    MendJointPour,
    MendLater,
    MendWhenDriverRefused,
    MendWhenOrdersCame,
    MendWhenPumpLate,
    MendWhenWantsChanged,
    PlanBehind,
    PlanMendRepository,
    PlansUnderWay,
    TeachPlans,
    PlanOfferRepository,
    RunStandingImprover,
    StandingRuns,
  ],
  exports: [
    CatchUpService,
    CheckCallIns,
    ChangePlanService,
    FindWaysOutService,
    WhyTruckService,
    LookAtDayService,
    PlanDayService,
    PlantHours,
    PlanBehind,
    Plannings,
    PlanJointPourService,
    DayPlanBook,
    ReleaseDayService,
    DayPlanRepository,
    DecideOfferService,
    ImprovePlanService,
    PlanOfferRepository,
  ],
})
export class DayPlansModule {}
