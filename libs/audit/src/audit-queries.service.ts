import type { AccessScope } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { AuditChain } from './data/audit-chain.repository.js';
import type { AuditEntryEntity } from './data/audit-entry.entity.js';
import type { AuditVerificationEntity } from './data/audit-verification.entity.js';
import { AuditVerifications } from './data/audit-verifications.repository.js';
import { SEALED_TABLES } from './rules/sealed-tables.js';

const SHOWN_VERIFICATIONS = 20;

export interface AuditState {
  readonly head: AuditEntryEntity | null;
  readonly sources: readonly string[];
  readonly verifications: readonly AuditVerificationEntity[];
}

@Injectable()
export class AuditQueries {
  constructor(
    private readonly chain: AuditChain,
    private readonly verifications: AuditVerifications,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The chain is the city's: only roles that see all of it may ask. */
  async state(_scope: AccessScope): Promise<AuditState> {
    const { reads } = this.unitOfWork;
    return {
      head: await this.chain.head(reads),
      sources: SEALED_TABLES.map(({ source }) => source),
      verifications: await this.verifications.latest(reads, SHOWN_VERIFICATIONS),
    };
  }
}
