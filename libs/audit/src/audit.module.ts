import { FilesModule } from '@tongyun/platform';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditQueries } from './audit-queries.service.js';
import { AuditChain } from './data/audit-chain.repository.js';
import { AuditVerifications } from './data/audit-verifications.repository.js';
import { KeptRows } from './data/kept-rows.repository.js';
import { LeftDrivers } from './data/left-drivers.repository.js';
import { OwnData } from './data/own-data.repository.js';
import * as entities from './data/index.js';
import { SealedRows } from './data/sealed-rows.repository.js';
import { ForgetLeftDriversService } from './forget-left-drivers.service.js';
import { ForgetOldRecordsService } from './forget-old-records.service.js';
import { OwnDataQueries } from './own-data-queries.service.js';
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

/** The chain with what keeps it in the background. Needs FILES_FOLDER and TIME_ZONE of the app. */
@Module({
  imports: [VerifyingModule, PolicyModule, FilesModule],
  providers: [
    AuditVerifications,
    AuditQueries,
    RequestVerificationService,
    SealRecordsService,
    RunVerificationsService,
    KeptRows,
    LeftDrivers,
    ForgetLeftDriversService,
    ForgetOldRecordsService,
    OwnData,
    OwnDataQueries,
  ],
  exports: [AuditQueries, OwnDataQueries, RequestVerificationService],
})
export class AuditModule {}
