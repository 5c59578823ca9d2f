import type { ListLedgerQuery } from '@tongyun/contracts';
import type { EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { LedgerKind } from '../rules/ledger-kinds.js';
import { LedgerEntryEntity } from './ledger-entry.entity.js';

@Injectable()
export class LedgerRepository {
  async add(tx: EntityManager, row: LedgerEntryEntity): Promise<void> {
    await tx.insert(LedgerEntryEntity, row);
  }

  find(
    manager: EntityManager,
    enterpriseIds: readonly EnterpriseId[],
    kinds: readonly LedgerKind[] | 'all',
    id: string,
  ): Promise<LedgerEntryEntity | null> {
    return manager.findOneBy(LedgerEntryEntity, {
      id,
      enterpriseId: In(enterpriseIds),
      ...(kinds !== 'all' && { kind: In(kinds) }),
    });
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    enterpriseIds: readonly EnterpriseId[],
    kinds: readonly LedgerKind[] | 'all',
    { kind, limit }: ListLedgerQuery,
    after: CursorKey | null,
  ): Promise<LedgerEntryEntity[]> {
    const rows = manager
      .createQueryBuilder(LedgerEntryEntity, 'entry')
      .where('entry.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
    if (kinds !== 'all') rows.andWhere('entry.kind = ANY(:kinds)', { kinds });
    if (kind) rows.andWhere('entry.kind = :kind', { kind });
    if (after) rows.andWhere('(entry.occurredAt, entry.id) < (:key, :id)', after);
    return rows
      .orderBy({ 'entry.occurredAt': 'DESC', 'entry.id': 'DESC' })
      .limit(limit + 1)
      .getMany();
  }
}
