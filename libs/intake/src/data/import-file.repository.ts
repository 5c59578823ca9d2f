import type { AccessScope, ImportId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportFileEntity, type KeptRow } from './import-file.entity.js';

/** Files are seen by those alone who handed them in. */
@Injectable()
export class ImportFileRepository {
  find(manager: EntityManager, scope: AccessScope, id: ImportId): Promise<ImportFileEntity | null> {
    return this.own(manager, scope).andWhere('file.id = :id', { id }).getOne();
  }

  /** Nobody else imports it until the transaction ends. */
  lock(manager: EntityManager, scope: AccessScope, id: ImportId): Promise<ImportFileEntity | null> {
    return this.own(manager, scope)
      .andWhere('file.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** Latest first, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    limit: number,
  ): Promise<ImportFileEntity[]> {
    const rows = this.own(manager, scope);
    if (after) rows.andWhere('(file.takenAt, file.id) < (:key, :id)', after);
    return rows.orderBy({ 'file.takenAt': 'DESC', 'file.id': 'DESC' }).limit(limit).getMany();
  }

  /** Up to `count` rows after the first `from`. */
  async rowsOf(
    manager: EntityManager,
    id: ImportId,
    from: number,
    count: number,
  ): Promise<KeptRow[]> {
    const [found]: { part: KeptRow[] | null }[] = await manager.query(
      `SELECT jsonb_path_query_array(rows, format('$[%s to %s]', $2::int, $3::int)::jsonpath) AS part
       FROM import_file WHERE id = $1`,
      [id, from, from + count - 1],
    );
    return found?.part ?? [];
  }

  async insert(manager: EntityManager, row: ImportFileEntity): Promise<void> {
    await manager.insert(ImportFileEntity, row);
  }

  async markImported(manager: EntityManager, id: ImportId, importedAt: Date): Promise<void> {
    await manager.update(ImportFileEntity, { id }, { state: 'imported', rows: null, importedAt });
  }

  /** Drops files that were handed in before then and never imported. */
  async dropGivenUp(manager: EntityManager, before: Date): Promise<void> {
    await manager.query(`DELETE FROM import_file WHERE state = 'taken' AND taken_at < $1`, [
      before,
    ]);
  }

  private own(manager: EntityManager, { userId }: AccessScope) {
    return manager
      .createQueryBuilder(ImportFileEntity, 'file')
      .where('file.takenBy = :userId', { userId });
  }
}
