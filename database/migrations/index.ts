import { CreatePlatform1795000000000 } from './1795000000000-create-platform.js';
import { CreateAccounts1795000001000 } from './1795000001000-create-accounts.js';
import { CreatePolicy1795000002000 } from './1795000002000-create-policy.js';
import { CreateFleet1795000003000 } from './1795000003000-create-fleet.js';
import { CreateCompliance1795000004000 } from './1795000004000-create-compliance.js';
import { CreateDeliveries1795000005000 } from './1795000005000-create-deliveries.js';
import { CreateAlerts1795000006000 } from './1795000006000-create-alerts.js';
import { CreateTracking1795000007000 } from './1795000007000-create-tracking.js';
import { CreateSupervision1795000008000 } from './1795000008000-create-supervision.js';
import { LogTrackAccess1795400000000 } from './1795400000000-log-track-access.js';
import { IssuePhoneKeys1795400001000 } from './1795400001000-issue-phone-keys.js';
import { OrderTerminals1795500000000 } from './1795500000000-order-terminals.js';
import { InvertDrums1795500001000 } from './1795500001000-invert-drums.js';
import { NoteRefusedTerminals1795500002000 } from './1795500002000-note-refused-terminals.js';
import { LogTerminals1795500003000 } from './1795500003000-log-terminals.js';
import { PartitionFixes1795600000000 } from './1795600000000-partition-fixes.js';
import { HoldTrainingSessions1795700000000 } from './1795700000000-hold-training-sessions.js';
import { TellOfAlerts1795700000100 } from './1795700000100-tell-of-alerts.js';
import { MuteAlertsAndCallWebhooks1795700000200 } from './1795700000200-mute-alerts-and-call-webhooks.js';
import { AnswerTheRoadsideAtOnce1795800000000 } from './1795800000000-answer-the-roadside-at-once.js';
import { KeepSightings1795800001000 } from './1795800001000-keep-sightings.js';
import { PlanDays1796700000001 } from './1796700000001-plan-days.js';
import { TakeOrderCalls1796700000002 } from './1796700000002-take-order-calls.js';
import { SealRecords1796700000100 } from './1796700000100-seal-records.js';
import { LetSightingsGo1796700000110 } from './1796700000110-let-sightings-go.js';
import { ApplyForPasses1796800000000 } from './1796800000000-apply-for-passes.js';
import { DivertLoads1796800000001 } from './1796800000001-divert-loads.js';
import { SealPasses1796800000100 } from './1796800000100-seal-passes.js';
import { AttachDocuments1796800000200 } from './1796800000200-attach-documents.js';
import { RecordRoadsideOutcomes1796800000300 } from './1796800000300-record-roadside-outcomes.js';
import { RunPlantQueues1796800000410 } from './1796800000410-run-plant-queues.js';
import { KeepTickets1796800000411 } from './1796800000411-keep-tickets.js';
import { AnswerManyRoadsideQuestions1796800001000 } from './1796800001000-answer-many-roadside-questions.js';
import { FindTripWays1796900000000 } from './1796900000000-find-trip-ways.js';
import { TransferVehicles1796900000100 } from './1796900000100-transfer-vehicles.js';
import { GradeCredit1796900000300 } from './1796900000300-grade-credit.js';
import { SealBatchSettlements1796900000900 } from './1796900000900-seal-batch-settlements.js';
import { CarryOrders1796900001002 } from './1796900001002-carry-orders.js';
import { ConfirmStarts1796900001003 } from './1796900001003-confirm-starts.js';
import { TakeImports1797000000000 } from './1797000000000-take-imports.js';
import { DeclareTrips1797000000100 } from './1797000000100-declare-trips.js';
import { FollowPumps1797100000000 } from './1797100000000-follow-pumps.js';
import { ReplaceTickets1797100000100 } from './1797100000100-replace-tickets.js';
import { LearnDurations1797200000000 } from './1797200000000-learn-durations.js';
import { OfferPlans1797300000000 } from './1797300000000-offer-plans.js';
import { SupplyJointly1797400000000 } from './1797400000000-supply-jointly.js';
import { LendVehicles1797400000100 } from './1797400000100-lend-vehicles.js';
import { SealTransfersAndOutcomes1797500000000 } from './1797500000000-seal-transfers-and-outcomes.js';
import { AskForPurposes1797500000100 } from './1797500000100-ask-for-purposes.js';
import { IssueAgencyKeys1797500000200 } from './1797500000200-issue-agency-keys.js';
import { RaiseFindings1797500000300 } from './1797500000300-raise-findings.js';
import { ChangeModes1797600000000 } from './1797600000000-change-modes.js';
import { ZonesTellVehiclesApart1797800000000 } from './1797800000000-zones-tell-vehicles-apart.js';
import { SealSharesLoansAndCalls1797900000000 } from './1797900000000-seal-shares-loans-and-calls.js';
import { KeepCreditSteps1797900000100 } from './1797900000100-keep-credit-steps.js';
import { ReturnLoans1797900000200 } from './1797900000200-return-loans.js';
import { ReviewRegistrationsBySteps1798100000000 } from './1798100000000-review-registrations-by-steps.js';
import { KeepDocumentsOfAll1798100000100 } from './1798100000100-keep-documents-of-all.js';
import { PrescribeRoutes1798300000000 } from './1798300000000-prescribe-routes.js';
import { VersionDistricts1798500000000 } from './1798500000000-version-districts.js';
import { NameEcoZones1798500100000 } from './1798500100000-name-eco-zones.js';
import { WorkAtNight1798500200000 } from './1798500200000-work-at-night.js';
import { KnowLandmarks1798500300000 } from './1798500300000-know-landmarks.js';
import { StatePours1799000000200 } from './1799000000200-state-pours.js';
import { KnowAccessHours1799000000210 } from './1799000000210-know-access-hours.js';
import { FindDiversionsToOrders1799000000300 } from './1799000000300-find-diversions-to-orders.js';
import { HandOutInspections1799000000500 } from './1799000000500-hand-out-inspections.js';
import { ControlMaterials1799000000510 } from './1799000000510-control-materials.js';
import { PushToPhones1799000000600 } from './1799000000600-push-to-phones.js';
import { KeepPlanMends1799200000000 } from './1799200000000-keep-plan-mends.js';
import { RegisterTerminals1799300000000 } from './1799300000000-register-terminals.js';
import { TellRecentViolations1799500000000 } from './1799500000000-tell-recent-violations.js';
import { EndUsesByHand1799510000000 } from './1799510000000-end-uses-by-hand.js';
import { FindSightingsByZone1799520000000 } from './1799520000000-find-sightings-by-zone.js';
import { CompleteDeclaredTrips1799530000000 } from './1799530000000-complete-declared-trips.js';
import { KeepPlatesOfOutcomes1799540000000 } from './1799540000000-keep-plates-of-outcomes.js';
import { TellKindsOfSightings1799600000000 } from './1799600000000-tell-kinds-of-sightings.js';
import { NameSitesInWords1799650000000 } from './1799650000000-name-sites-in-words.js';
import { FindDeclaredTripsByDischarge1799650000100 } from './1799650000100-find-declared-trips-by-discharge.js';
import { NameUsersAtTheRoadside1799650000200 } from './1799650000200-name-users-at-the-roadside.js';
import { KnowPumpLines1799700000000 } from './1799700000000-know-pump-lines.js';
import { StateVehicleHomes1799700000100 } from './1799700000100-state-vehicle-homes.js';
import { StatePlaces1799700000200 } from './1799700000200-state-places.js';
import { KeepThePlanOfRetarders1799700000300 } from './1799700000300-keep-the-plan-of-retarders.js';
import { SayWhatRawLogsLack1799720000000 } from './1799720000000-say-what-raw-logs-lack.js';
import { KeepWhichDeviceClaimsANumber1799720000100 } from './1799720000100-keep-which-device-claims-a-number.js';
import { ZonesBindPlates1799730000000 } from './1799730000000-zones-bind-plates.js';
import { KnowJobsGivenByHand1799740000000 } from './1799740000000-know-jobs-given-by-hand.js';
import { LeaveOutMutedViolations1799750000000 } from './1799750000000-leave-out-muted-violations.js';
import { TellTheRoadsideOfThen1799755000000 } from './1799755000000-tell-the-roadside-of-then.js';
import { KeepWhoseVehicleAnOutcomeWas1799756000000 } from './1799756000000-keep-whose-vehicle-an-outcome-was.js';
import { SealPasses1799757000000 } from './1799757000000-seal-passes.js';
import { KeepPassKeyDecisions1799757000100 } from './1799757000100-keep-pass-key-decisions.js';
import { EndEmployments1799757500000 } from './1799757500000-end-employments.js';
import { ForgetWhoLeft1799758000000 } from './1799758000000-forget-who-left.js';
import { GatherPlanMends1799763000000 } from './1799763000000-gather-plan-mends.js';
import { PlanTheRoadsideOnce1799770000000 } from './1799770000000-plan-the-roadside-once.js';
import { WaitNoLongerToMend1799775000000 } from './1799775000000-wait-no-longer-to-mend.js';
import { WithdrawTrainingResults1799778000000 } from './1799778000000-withdraw-training-results.js';
import { AskForNames1799778000100 } from './1799778000100-ask-for-names.js';
import { WriteEquipmentNumbersOneWay1799779000000 } from './1799779000000-write-equipment-numbers-one-way.js';
import { AskByEquipmentNumber1799779000100 } from './1799779000100-ask-by-equipment-number.js';
import { NameDriversByIdInPlans1799780000000 } from './1799780000000-name-drivers-by-id-in-plans.js';
import { TellUsesOfThen1799780100000 } from './1799780100000-tell-uses-of-then.js';
import { LeaveOutWithdrawnFindings1799781000000 } from './1799781000000-leave-out-withdrawn-findings.js';
import { TellTheRoadsideWhoIsBarred1799781000100 } from './1799781000100-tell-the-roadside-who-is-barred.js';
import { GiveAnotherDay1799781000200 } from './1799781000200-give-another-day.js';
import { WithdrawLedgerEntries1799783000000 } from './1799783000000-withdraw-ledger-entries.js';

/** In the order they run. */
export const migrations = [
  CreatePlatform1795000000000,
  CreateAccounts1795000001000,
  CreatePolicy1795000002000,
  CreateFleet1795000003000,
  CreateCompliance1795000004000,
  CreateDeliveries1795000005000,
  CreateAlerts1795000006000,
  CreateTracking1795000007000,
  CreateSupervision1795000008000,
  LogTrackAccess1795400000000,
  IssuePhoneKeys1795400001000,
  OrderTerminals1795500000000,
  InvertDrums1795500001000,
  NoteRefusedTerminals1795500002000,
  LogTerminals1795500003000,
  PartitionFixes1795600000000,
  HoldTrainingSessions1795700000000,
  TellOfAlerts1795700000100,
  MuteAlertsAndCallWebhooks1795700000200,
  AnswerTheRoadsideAtOnce1795800000000,
  KeepSightings1795800001000,
  PlanDays1796700000001,
  TakeOrderCalls1796700000002,
  SealRecords1796700000100,
  LetSightingsGo1796700000110,
  ApplyForPasses1796800000000,
  DivertLoads1796800000001,
  SealPasses1796800000100,
  AttachDocuments1796800000200,
  RecordRoadsideOutcomes1796800000300,
  RunPlantQueues1796800000410,
  KeepTickets1796800000411,
  AnswerManyRoadsideQuestions1796800001000,
  FindTripWays1796900000000,
  TransferVehicles1796900000100,
  GradeCredit1796900000300,
  SealBatchSettlements1796900000900,
  CarryOrders1796900001002,
  ConfirmStarts1796900001003,
  TakeImports1797000000000,
  DeclareTrips1797000000100,
  FollowPumps1797100000000,
  ReplaceTickets1797100000100,
  LearnDurations1797200000000,
  OfferPlans1797300000000,
  SupplyJointly1797400000000,
  LendVehicles1797400000100,
  SealTransfersAndOutcomes1797500000000,
  AskForPurposes1797500000100,
  IssueAgencyKeys1797500000200,
  RaiseFindings1797500000300,
  ChangeModes1797600000000,
  ZonesTellVehiclesApart1797800000000,
  SealSharesLoansAndCalls1797900000000,
  KeepCreditSteps1797900000100,
  ReturnLoans1797900000200,
  ReviewRegistrationsBySteps1798100000000,
  KeepDocumentsOfAll1798100000100,
  PrescribeRoutes1798300000000,
  VersionDistricts1798500000000,
  NameEcoZones1798500100000,
  WorkAtNight1798500200000,
  KnowLandmarks1798500300000,
  StatePours1799000000200,
  KnowAccessHours1799000000210,
  FindDiversionsToOrders1799000000300,
  HandOutInspections1799000000500,
  ControlMaterials1799000000510,
  PushToPhones1799000000600,
  KeepPlanMends1799200000000,
  RegisterTerminals1799300000000,
  TellRecentViolations1799500000000,
  EndUsesByHand1799510000000,
  FindSightingsByZone1799520000000,
  CompleteDeclaredTrips1799530000000,
  KeepPlatesOfOutcomes1799540000000,
  TellKindsOfSightings1799600000000,
  NameSitesInWords1799650000000,
  FindDeclaredTripsByDischarge1799650000100,
  NameUsersAtTheRoadside1799650000200,
  KnowPumpLines1799700000000,
  StateVehicleHomes1799700000100,
  StatePlaces1799700000200,
  KeepThePlanOfRetarders1799700000300,
  SayWhatRawLogsLack1799720000000,
  KeepWhichDeviceClaimsANumber1799720000100,
  ZonesBindPlates1799730000000,
  KnowJobsGivenByHand1799740000000,
  LeaveOutMutedViolations1799750000000,
  TellTheRoadsideOfThen1799755000000,
  KeepWhoseVehicleAnOutcomeWas1799756000000,
  SealPasses1799757000000,
  KeepPassKeyDecisions1799757000100,
  EndEmployments1799757500000,
  ForgetWhoLeft1799758000000,
  GatherPlanMends1799763000000,
  PlanTheRoadsideOnce1799770000000,
  WaitNoLongerToMend1799775000000,
  WithdrawTrainingResults1799778000000,
  AskForNames1799778000100,
  WriteEquipmentNumbersOneWay1799779000000,
  AskByEquipmentNumber1799779000100,
  NameDriversByIdInPlans1799780000000,
  TellUsesOfThen1799780100000,
  LeaveOutWithdrawnFindings1799781000000,
  TellTheRoadsideWhoIsBarred1799781000100,
  GiveAnotherDay1799781000200,
  WithdrawLedgerEntries1799783000000,
];
