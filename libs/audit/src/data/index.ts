export { AuditEntryEntity } from './audit-entry.entity.js';
export { AuditRemovalEntity } from './audit-removal.entity.js';
export { AuditVerificationEntity } from './audit-verification.entity.js';
