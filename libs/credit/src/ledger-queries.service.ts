import type { ListLedgerQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { LedgerEntryEntity } from './data/ledger-entry.entity.js';
import { LedgerRepository } from './data/ledger.repository.js';
import { kindsReadBy } from './rules/ledger-kinds.js';

@Injectable()
export class LedgerQueries {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: string): Promise<LedgerEntryEntity> {
    const seen = await this.enterprises.idsSeenBy(scope);
    const kinds = kindsReadBy(scope.roles);
    const entry = await this.ledger.find(this.unitOfWork.reads, seen, kinds, id);
    if (!entry) throw new DomainError('LEDGER_ENTRY_NOT_FOUND', `No entry ${id}`, { id });
    return entry;
  }

  /** Newest first; one row more than the page holds. */
  async list(scope: AccessScope, query: ListLedgerQuery): Promise<LedgerEntryEntity[]> {
    const after = readInstantCursor(query);
    const seen = await this.enterprises.idsSeenBy(scope);
    const { enterpriseId } = query;
    const kinds = kindsReadBy(scope.roles);
    const asked = enterpriseId === undefined ? seen : seen.filter((id) => id === enterpriseId);
    return this.ledger.list(this.unitOfWork.reads, asked, kinds, query, after);
  }
}
