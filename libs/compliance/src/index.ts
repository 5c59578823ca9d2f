export type { ComplianceEvents } from './compliance.events.js';
export { ComplianceModule } from './compliance.module.js';
export type { RegistrationRow } from './data/registration.repository.js';
export type { RoadPassEntity as RoadPass } from './data/road-pass.entity.js';
export { DecidePassService } from './decide-pass.service.js';
export { DecideRegistrationService } from './decide-registration.service.js';
export type { DocumentEntity as KeptDocument } from './data/document.entity.js';
export type { WithdrawnResult } from './data/training-result.repository.js';
export { notWithdrawn } from './data/not-withdrawn.js';
export { DocumentBook } from './documents/document-book.service.js';
export { DocumentsModule } from './documents/documents.module.js';
export { DrawZoneService } from './draw-zone.service.js';
export { FactsQueries } from './facts-queries.service.js';
export { IssuePassService } from './issue-pass.service.js';
export { PassCodes } from './pass-codes.service.js';
export { PassQueries } from './pass-queries.service.js';
export { PassStates } from './pass-states.service.js';
export { RecordTrainingService } from './record-training.service.js';
export {
  RegistrationQueries,
  type RegistrationSuspension,
} from './registration-queries.service.js';
export { computeDayValidity, type WarnedDays } from './rules/day-validity.js';
export { computePassState, type PassState } from './rules/pass-state.js';
export { findTrainingStanding, type TrainingStanding } from './rules/trainings.js';
export { composeVehicleFact } from './rules/vehicle-fact.js';
export { TrainingQueries } from './training-queries.service.js';
export { WarnedDaysQueries } from './warned-days.service.js';
export { type TriedZone, TryZonesService } from './try-zones.service.js';
export { ZoneQueries } from './zone-queries.service.js';
export type { ZoneInForce, ZonesInForce } from './zones-in-force.js';
