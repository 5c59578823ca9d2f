export { ComplianceDecisionEntity } from './compliance-decision.entity.js';
export { DocumentCounterEntity } from './document-counter.entity.js';
export { RegistrationEntity } from './registration.entity.js';
export { RoadPassEntity } from './road-pass.entity.js';
export { TrainingResultEntity } from './training-result.entity.js';
export { ZoneVersionEntity } from './zone-version.entity.js';
