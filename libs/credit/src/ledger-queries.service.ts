import type { ListLedgerQuery } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, type EnterpriseId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerEntryEntity } from './data/ledger-entry.entity.js';
import { LedgerRepository, type LedgerSite } from './data/ledger.repository.js';
import { type EntryFate, LedgerWithdrawals } from './data/ledger-withdrawal.repository.js';
import { kindsReadBy, mayWithdraw } from './rules/ledger-kinds.js';

/** An entry as somebody reads it. */
export interface ShownEntry extends EntryFate {
  readonly row: LedgerEntryEntity;
  readonly siteName: string | null;
  readonly mayWithdraw: boolean;
}

@Injectable()
export class LedgerQueries {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly withdrawals: LedgerWithdrawals,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(
    scope: AccessScope,
    id: string,
    manager: EntityManager = this.unitOfWork.reads,
  ): Promise<LedgerEntryEntity> {
    const seen = await this.enterprises.idsSeenBy(scope, manager);
    const kinds = kindsReadBy(scope.roles);
    const entry = await this.ledger.find(manager, seen, kinds, id);
    if (!entry) throw new DomainError('LEDGER_ENTRY_NOT_FOUND', `No entry ${id}`, { id });
    return entry;
  }

  /** The sites that an entry of an enterprise may name. */
  async sites(scope: AccessScope, enterpriseId: EnterpriseId): Promise<LedgerSite[]> {
    await this.enterprises.get(scope, enterpriseId);
    return this.ledger.sitesOf(this.unitOfWork.reads, enterpriseId);
  }

  async show(
    scope: AccessScope,
    entry: LedgerEntryEntity,
    manager: EntityManager = this.unitOfWork.reads,
  ): Promise<ShownEntry> {
    const [shown] = await this.showAll(scope, [entry], manager);
    return shown!;
  }

  /** With the name of its site, whether it was withdrawn, and whether the asker may do so. */
  async showAll(
    { roles }: AccessScope,
    entries: readonly LedgerEntryEntity[],
    manager: EntityManager = this.unitOfWork.reads,
  ): Promise<ShownEntry[]> {
    const siteIds = entries.map(({ siteId }) => siteId);
    const siteNames = await this.ledger.siteNames(manager, siteIds);
    const ids = entries.map(({ id }) => id);
    const fates = await this.withdrawals.fates(manager, ids);
    return entries.map((row) => {
      const { recorderRoles, withdrawal } = fates.get(row.id)!;
      const { kind, siteId, siteName } = row;
      return {
        row,
        siteName: siteId === null ? siteName : (siteNames.get(siteId) ?? null),
        recorderRoles,
        withdrawal,
        mayWithdraw: withdrawal === null && mayWithdraw(roles, { kind, recorderRoles }),
      };
    });
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
