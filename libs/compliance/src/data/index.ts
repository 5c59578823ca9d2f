export { ComplianceDecisionEntity } from './compliance-decision.entity.js';
export { DocumentCounterEntity } from './document-counter.entity.js';
export { RegistrationEntity } from './registration.entity.js';
export { RoadPassEntity } from './road-pass.entity.js';
export { TrainingEnrolmentEntity } from './training-enrolment.entity.js';
export { TrainingResultEntity } from './training-result.entity.js';
export { TrainingSessionEntity } from './training-session.entity.js';
export { ZoneVersionEntity } from './zone-version.entity.js';
