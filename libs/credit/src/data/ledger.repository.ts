import type { ListLedgerQuery } from '@tongyun/contracts';
import type { EnterpriseId, SiteId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { LedgerKind } from '../rules/ledger-kinds.js';
import { LedgerEntryEntity } from './ledger-entry.entity.js';

/** A site as an entry names it: no contact, no place. */
export interface LedgerSite {
  readonly id: SiteId;
  readonly name: string;
  readonly projectName: string;
}

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

  /**
   * The sites that an enterprise supplies, by name: its own, and those of others' pours that it has a
   * share in. Reads deliveries' tables.
   */
  sitesOf(manager: EntityManager, enterpriseId: EnterpriseId): Promise<LedgerSite[]> {
    return manager.query(
      `SELECT id, name, project_name AS "projectName" FROM site
       WHERE enterprise_id = $1
         OR id IN (SELECT site_id FROM pour_order WHERE enterprise_id = $1)
       ORDER BY name, id`,
      [enterpriseId],
    );
  }

  /** Names of sites by their ids. Reads deliveries' table. */
  async siteNames(
    manager: EntityManager,
    ids: readonly (SiteId | null)[],
  ): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await manager.query(
      `SELECT id, name FROM site WHERE id = ANY($1::uuid[])`,
      [ids.filter((id) => id !== null)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
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
