export { CreditAssessmentEntity } from './credit-assessment.entity.js';
export { CreditAssessmentStepEntity } from './credit-assessment-step.entity.js';
export { CreditDecisionEntity } from './credit-decision.entity.js';
export { InspectionTaskEntity } from './inspections/inspection-task.entity.js';
export { InspectionTaskStepEntity } from './inspections/inspection-task-step.entity.js';
export { LedgerEntryEntity } from './ledger-entry.entity.js';
export { RectificationEntity } from './rectification.entity.js';
export { RectificationStepEntity } from './rectification-step.entity.js';
