import { ComplianceModule } from '@tongyun/compliance';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessEnterpriseService } from './assess-enterprise.service.js';
import { CreditQueries } from './credit-queries.service.js';
import { CreditEvidence } from './data/credit-evidence.repository.js';
import { CreditRepository } from './data/credit.repository.js';
import * as entities from './data/index.js';
import { InspectionTaskRepository } from './data/inspections/inspection-task.repository.js';
import { LedgerRepository } from './data/ledger.repository.js';
import { LedgerWithdrawals } from './data/ledger-withdrawal.repository.js';
import { RectificationRepository } from './data/rectification.repository.js';
import { DecideCreditService } from './decide-credit.service.js';
import { DueWork } from './due-work.js';
import { InspectionQueries } from './inspections/inspection-queries.service.js';
import { OrderInspectionService } from './inspections/order-inspection.service.js';
import { SettleInspectionService } from './inspections/settle-inspection.service.js';
import { KeepStandings } from './keep-standings.service.js';
import { LedgerQueries } from './ledger-queries.service.js';
import { OrderRectificationService } from './order-rectification.service.js';
import { PublishedGradesQueries } from './published-grades.service.js';
import { RecordLedgerEntryService } from './record-ledger-entry.service.js';
import { RectificationQueries } from './rectification-queries.service.js';
import { StandingBook } from './standing-book.service.js';
import { StepRectificationService } from './step-rectification.service.js';
import { WithdrawLedgerEntryService } from './withdraw-ledger-entry.service.js';

const useCases = [
  AssessEnterpriseService,
  DecideCreditService,
  RecordLedgerEntryService,
  WithdrawLedgerEntryService,
  OrderInspectionService,
  SettleInspectionService,
  InspectionQueries,
  OrderRectificationService,
  StepRectificationService,
  CreditQueries,
  LedgerQueries,
  PublishedGradesQueries,
  RectificationQueries,
];

/** Needs TIME_ZONE from the app that mounts it. */
@Module({
  imports: [ComplianceModule, PolicyModule, TypeOrmModule.forFeature(Object.values(entities))],
  providers: [
    ...useCases,
    CreditRepository,
    CreditEvidence,
    DueWork,
    InspectionTaskRepository,
    KeepStandings,
    LedgerRepository,
    LedgerWithdrawals,
    RectificationRepository,
    StandingBook,
  ],
  exports: useCases,
})
export class CreditModule {}
