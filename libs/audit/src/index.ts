export { AuditModule, VerifyingModule } from './audit.module.js';
export { digestSqlOf, SEALED_TABLES, type SealedTable, tableOf } from './rules/sealed-tables.js';
export {
  type AuditVerdict,
  type KnownHead,
  VerifyRecordsService,
} from './verify-records.service.js';
