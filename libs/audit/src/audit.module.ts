import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditQueries } from './audit-queries.service.js';
import { AuditChain } from './data/audit-chain.repository.js';
import { AuditVerifications } from './data/audit-verifications.repository.js';
import * as entities from './data/index.js';
import { SealedRows } from './data/sealed-rows.repository.js';
import { RequestVerificationService } from './request-verification.service.js';
import { RunVerificationsService } from './run-verifications.service.js';
import { SealRecordsService } from './seal-records.service.js';
import { VerifyRecordsService } from './verify-records.service.js';

/** What reads the chain; the command mounts no more. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [AuditChain, SealedRows, VerifyRecordsService],
  exports: [AuditChain, SealedRows, VerifyRecordsService],
})
export class VerifyingModule {}

/** The chain with what keeps it in the background. */
@Module({
  imports: [VerifyingModule],
  providers: [
    AuditVerifications,
    AuditQueries,
    RequestVerificationService,
    SealRecordsService,
    RunVerificationsService,
  ],
  exports: [AuditQueries, RequestVerificationService],
})
export class AuditModule {}
