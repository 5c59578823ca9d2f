import type { ListLedgerQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, type EnterpriseId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { LedgerEntryEntity } from './data/ledger-entry.entity.js';
import { LedgerRepository, type LedgerSite } from './data/ledger.repository.js';
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

  /** The sites that an entry of an enterprise may name. */
  async sites(scope: AccessScope, enterpriseId: EnterpriseId): Promise<LedgerSite[]> {
    await this.enterprises.get(scope, enterpriseId);
    return this.ledger.sitesOf(this.unitOfWork.reads, enterpriseId);
  }

  siteNames(entries: readonly LedgerEntryEntity[]): Promise<Map<string, string>> {
    return this.ledger.siteNames(
      this.unitOfWork.reads,
      entries.map(({ siteId }) => siteId),
    );
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
