import type { Role, UserId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerWithdrawalEntity } from './ledger-withdrawal.entity.js';

export interface LedgerWithdrawalRow {
  readonly reason: string;
  readonly decidedBy: UserId;
  readonly decidedByRoles: Role[];
  readonly decidedAt: Date;
}

/** What became of an entry, and who made it; roles are of the accounts as they are now. */
export interface EntryFate {
  readonly recorderRoles: Role[];
  readonly withdrawal: LedgerWithdrawalRow | null;
}

type FateRow = { readonly id: string; readonly recorderRoles: Role[] } & {
  readonly [Field in keyof LedgerWithdrawalRow]: LedgerWithdrawalRow[Field] | null;
};

@Injectable()
export class LedgerWithdrawals {
  /** Once; answers whether this was it. */
  async add(
    tx: EntityManager,
    { id, entryId, reason, decidedBy, decidedAt }: LedgerWithdrawalEntity,
  ): Promise<boolean> {
    const inserted: unknown[] = await tx.query(
      `INSERT INTO ledger_withdrawal (id, entry_id, reason, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (entry_id) DO NOTHING RETURNING id`,
      [id, entryId, reason, decidedBy, decidedAt],
    );
    return inserted.length > 0;
  }

  /** By entry. Reads accounts' table. */
  async fates(manager: EntityManager, ids: readonly string[]): Promise<Map<string, EntryFate>> {
    const rows: FateRow[] = await manager.query(
      `SELECT entry.id, coalesce(recorder.roles, '{}') AS "recorderRoles", gone.reason,
         gone.decided_by AS "decidedBy", gone.decided_at AS "decidedAt",
         coalesce(decider.roles, '{}') AS "decidedByRoles"
       FROM ledger_entry entry
       LEFT JOIN app_user recorder ON recorder.id = entry.recorded_by
       LEFT JOIN ledger_withdrawal gone ON gone.entry_id = entry.id
       LEFT JOIN app_user decider ON decider.id = gone.decided_by
       WHERE entry.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(
      rows.map(({ id, recorderRoles, ...gone }) => [
        id,
        { recorderRoles, withdrawal: isWithdrawn(gone) ? gone : null },
      ]),
    );
  }
}

const isWithdrawn = (gone: Omit<FateRow, 'id' | 'recorderRoles'>): gone is LedgerWithdrawalRow =>
  gone.reason !== null;
