import { LEAST_KEPT_DAYS } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SealedRow } from '../rules/judge-seal.js';
import { type Going, goingOf } from '../rules/kept-kinds.js';
import { digestSqlOf, type SealedTable, tableOf } from '../rules/sealed-tables.js';

/** SQL: the smallest id of what is too young to go by any policy when a removal was written, or sealed. */
const TOO_YOUNG = `(lpad(to_hex(floor(extract(epoch FROM
    coalesce(l.sealed_at, m.removed_at) - interval '${LEAST_KEPT_DAYS} days') * 1000)::bigint), 12, '0')
  || '70008000000000000000')::uuid`;

/** SQL: a removal on record lets the row of a link go, by how rows of its source ($1) may. */
const MAY_BE_GONE: Readonly<Record<Going, string>> = {
  by_age: `e.row_id < (
    SELECT max(least(m.before_id, ${TOO_YOUNG})::text)::uuid
    FROM audit_removal m
    LEFT JOIN audit_entry l ON l.source = 'audit_removal' AND l.row_id = m.id
    WHERE m.source = $1 AND m.only_id IS NULL)`,
  one_by_one: `e.row_id IN (
    SELECT m.only_id FROM audit_removal m WHERE m.source = $1 AND m.only_id IS NOT NULL)`,
  never: 'false',
};

/** A row that no link holds yet. */
export interface UnsealedRow {
  readonly rowId: string;
  readonly digest: string;
}

/** Reads the tables that are sealed, whichever slice they are of. Nothing is written to them here. */
@Injectable()
export class SealedRows {
  /** Rows without a link, of ids after one and before another, in the ids' order. */
  unsealed(
    tx: EntityManager,
    table: SealedTable,
    { after, before, limit }: { after: string; before: string; limit: number },
  ): Promise<UnsealedRow[]> {
    return tx.query(
      `SELECT id AS "rowId", ${digestSqlOf(table.forms.at(-1)!, 'sealed')} AS digest
       FROM ${tableOf(table)} sealed
       WHERE id > $2 AND id < $3 AND ${table.where ?? 'true'}
         AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.source = $1 AND e.row_id = sealed.id)
       ORDER BY id LIMIT $4`,
      [table.source, after, before, limit],
    );
  }

  /**
   * A page of rows beside their links, after one id: those that have either, in the ids' order.
   * Empty at the end.
   */
  async beside(
    manager: EntityManager,
    table: SealedTable,
    after: string,
    limit: number,
  ): Promise<SealedRow[]> {
    const { source, where = 'true' } = table;
    const [{ upto }]: [{ upto: string | null }] = await manager.query(
      `SELECT max(id::text)::uuid AS upto FROM (
         (SELECT row_id AS id FROM audit_entry WHERE source = $1 AND row_id > $2
          ORDER BY row_id LIMIT $3)
         UNION
         (SELECT id FROM ${tableOf(table)} WHERE id > $2 AND ${where} ORDER BY id LIMIT $3)
         ORDER BY id LIMIT $3) next_ids`,
      [source, after, limit],
    );
    return upto === null ? [] : this.besideUpTo(manager, table, after, upto);
  }

  /** All of them after one id, up to another. */
  async besideUpTo(
    manager: EntityManager,
    table: SealedTable,
    after: string,
    upto: string,
  ): Promise<SealedRow[]> {
    const { source, where = 'true', forms } = table;
    const digest = forms.map((form, place) => `WHEN ${place + 1} THEN ${digestSqlOf(form, 'r')}`);
    const rows: BesideRow[] = await manager.query(
      `SELECT coalesce(e.row_id, r.id) AS "rowId", e.sequence, e.digest AS sealed,
         CASE coalesce(e.form, ${forms.length}) ${digest.join(' ')} END AS digest,
         r.id IS NOT NULL AS "isThere",
         coalesce(${MAY_BE_GONE[goingOf(source)]}, false) AS "isLawfullyRemoved"
       FROM (SELECT * FROM audit_entry WHERE source = $1 AND row_id > $2 AND row_id <= $3) e
       FULL JOIN (SELECT * FROM ${tableOf(table)} WHERE id > $2 AND id <= $3 AND ${where}) r
         ON r.id = e.row_id
       ORDER BY 1`,
      [source, after, upto],
    );
    return rows.map(toSealedRow);
  }
}

interface BesideRow {
  readonly rowId: string;
  readonly sequence: string | null;
  readonly sealed: string | null;
  readonly digest: string;
  readonly isThere: boolean;
  readonly isLawfullyRemoved: boolean;
}

const toSealedRow = (row: BesideRow): SealedRow => ({
  rowId: row.rowId,
  sealed:
    row.sequence === null || row.sealed === null
      ? null
      : { sequence: Number(row.sequence), digest: row.sealed },
  digest: row.isThere ? row.digest : null,
  isLawfullyRemoved: row.isLawfullyRemoved,
});
