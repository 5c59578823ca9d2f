import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyForPassesService } from './apply-for-passes.service.js';
import { CancelTrainingSessionService } from './cancel-training-session.service.js';
import { CorrectRegistrationService } from './correct-registration.service.js';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import * as entities from './data/index.js';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import { PassApplicantRepository } from './data/pass-applicant.repository.js';
import { PassApplicationRepository } from './data/pass-application.repository.js';
import { PassKeyRepository } from './data/pass-key.repository.js';
import { RegistrationRepository } from './data/registration.repository.js';
import { RoadPassRepository } from './data/road-pass.repository.js';
import { TerminalRegistrationRepository } from './data/terminals/terminal-registration.repository.js';
import { TrainingSessionRepository } from './data/training-session.repository.js';
import { TrainingResultRepository } from './data/training-result.repository.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import { DecidePassApplicationsService } from './decide-pass-applications.service.js';
import { DecidePassService } from './decide-pass.service.js';
import { DecideRegistrationService } from './decide-registration.service.js';
import { DrawZoneService } from './draw-zone.service.js';
import { EnrolDriversService } from './enrol-drivers.service.js';
import { FactsQueries } from './facts-queries.service.js';
import { ForgetZonesWhenZonesChanged } from './forget-zones-when-zones-changed.listener.js';
import { IssuePassService } from './issue-pass.service.js';
import { LayPassRoutesService } from './lay-pass-routes.service.js';
import { PassApplicationBook } from './pass-application-book.js';
import { PassApplicationQueries } from './pass-application-queries.service.js';
import { PassBook } from './pass-book.js';
import { PassCodes } from './pass-codes.service.js';
import { PassDemands } from './pass-demands.js';
import { PassKeys } from './pass-keys.service.js';
import { PassQueries } from './pass-queries.service.js';
import { PassStates } from './pass-states.service.js';
import { PlanTrainingSessionService } from './plan-training-session.service.js';
import { RecordSessionResultsService } from './record-session-results.service.js';
import { RecordTrainingService } from './record-training.service.js';
import { RegistrationBook } from './registration-book.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { DecideTerminalRegistrationService } from './terminals/decide-terminal-registration.service.js';
import { SuspendWhenTerminalMoved } from './terminals/suspend-when-terminal-moved.listener.js';
import { TerminalRegistrationQueries } from './terminals/terminal-registration-queries.service.js';
import { TrainedDriver } from './trained-driver.js';
import { TrainingBook } from './training-book.js';
import { TrainingQueries } from './training-queries.service.js';
import { TrainingSessionQueries } from './training-session-queries.service.js';
import { TryZonesService } from './try-zones.service.js';
import { WarnedDaysQueries } from './warned-days.service.js';
import { WithdrawDriverService } from './withdraw-driver.service.js';
import { WithdrawTrainingService } from './withdraw-training.service.js';
import { ZoneDrawings } from './zone-drawings.service.js';
import { ZoneQueries } from './zone-queries.service.js';

const useCases = [
  ApplyForPassesService,
  CancelTrainingSessionService,
  CorrectRegistrationService,
  DecidePassApplicationsService,
  DecidePassService,
  DecideRegistrationService,
  DecideTerminalRegistrationService,
  DrawZoneService,
  EnrolDriversService,
  IssuePassService,
  LayPassRoutesService,
  PassCodes,
  PassKeys,
  PlanTrainingSessionService,
  RecordSessionResultsService,
  RecordTrainingService,
  TryZonesService,
  WithdrawDriverService,
  WithdrawTrainingService,
];
const queries = [
  FactsQueries,
  PassApplicationQueries,
  PassQueries,
  PassStates,
  RegistrationQueries,
  TerminalRegistrationQueries,
  TrainingQueries,
  TrainingSessionQueries,
  WarnedDaysQueries,
  ZoneQueries,
];

/** Needs TIME_ZONE from the app that mounts it. */
@Module({
  imports: [FleetModule, PolicyModule, TypeOrmModule.forFeature(Object.values(entities))],
  providers: [
    ...useCases,
    ...queries,
    ComplianceDecisionRepository,
    DocumentCounterRepository,
    PassApplicantRepository,
    PassApplicationBook,
    PassApplicationRepository,
    PassBook,
    PassDemands,
    PassKeyRepository,
    RegistrationBook,
    RegistrationRepository,
    RoadPassRepository,
    TerminalRegistrationRepository,
    TrainedDriver,
    TrainingBook,
    TrainingResultRepository,
    TrainingSessionRepository,
    ZoneDrawings,
    ZoneVersionRepository,
    ForgetZonesWhenZonesChanged,
    SuspendWhenTerminalMoved,
  ],
  exports: [...useCases, ...queries, RegistrationRepository],
})
export class ComplianceModule {}
