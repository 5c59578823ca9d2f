import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { KeptKind } from '../rules/kept-kinds.js';
import { firstIdAt } from '../rules/time-ordered-id.js';
import { AuditRemovalEntity } from './audit-removal.entity.js';

/** Removes rows that were kept long enough, whichever slice they are of. */
@Injectable()
export class KeptRows {
  async hasOlder(manager: EntityManager, kind: KeptKind, than: Date): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM ${kind.table} WHERE ${olderSqlOf(kind)} LIMIT 1`,
      [boundOf(kind, than)],
    );
    return rows.length > 0;
  }

  /** What lets the database take them: without it the rows that are sealed are refused to go. */
  async record(tx: EntityManager, removal: AuditRemovalEntity): Promise<void> {
    await tx.insert(AuditRemovalEntity, removal);
  }

  /** Removes so many of them, and says how many there were. */
  async remove(tx: EntityManager, kind: KeptKind, than: Date, limit: number): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `DELETE FROM ${kind.table} WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM ${kind.table} WHERE ${olderSqlOf(kind)} LIMIT $2))`,
      [boundOf(kind, than), limit],
    );
    return count;
  }
}

const olderSqlOf = ({ writtenAt }: KeptKind): string =>
  writtenAt === null ? 'id < $1' : `${writtenAt} < $1`;

const boundOf = ({ writtenAt }: KeptKind, than: Date): string | Date =>
  writtenAt === null ? firstIdAt(than) : than;
