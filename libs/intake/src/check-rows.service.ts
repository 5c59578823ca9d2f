import { type AccessScope, DomainError, type ImportId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { ImportFileRepository } from './data/import-file.repository.js';
import type { ImportFileEntity, KeptRow } from './data/import-file.entity.js';
import { ImportQueries } from './import-queries.service.js';
import { RowEntries } from './row-entries.js';
import { RowJudge } from './row-judge.js';
import type { RowPlace } from './rows/row-entry.js';
import { FILE_SHAPES } from './rules/columns/file-shapes.js';
import { type Fault, readRow } from './rules/read-row.js';

/** Rows that one call checks: a part of a second, so that nobody waits for the database. */
const AT_ONCE = 200;

export interface CheckedRows {
  readonly checkedRows: number;
  readonly rowCount: number;
  readonly bad: readonly { readonly rowNo: number; readonly faults: readonly Fault[] }[];
  readonly places: readonly (RowPlace & { readonly rowNo: number })[];
}

@Injectable()
export class CheckRowsService {
  constructor(
    private readonly queries: ImportQueries,
    private readonly files: ImportFileRepository,
    private readonly entries: RowEntries,
    private readonly judge: RowJudge,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Tries the next rows of a file: enters them as the import would, and takes all of it back.
   *
   * @param from how many rows are checked already
   */
  async check(scope: AccessScope, id: ImportId, from: number): Promise<CheckedRows> {
    const file = await this.queries.get(scope, id);
    assertTaken(file);
    const entry = this.entries.of(scope, file.kind);
    const rows = await this.files.rowsOf(this.unitOfWork.reads, id, from, AT_ONCE);
    const bad = await this.unitOfWork.rehearse(async (tx) => {
      const found: { rowNo: number; faults: readonly Fault[] }[] = [];
      for (const row of rows) {
        const faults = await this.judge.enter(tx, scope, entry, file, row);
        if (faults.length > 0) found.push({ rowNo: row.rowNo, faults });
      }
      return found;
    });
    const placesOf = (row: KeptRow): readonly RowPlace[] =>
      entry.placesOf?.(readRow(FILE_SHAPES[file.kind].columns, row).values, file) ?? [];
    return {
      checkedRows: from + rows.length,
      rowCount: file.rowCount,
      bad,
      places: rows.flatMap((row) => placesOf(row).map((place) => ({ ...place, rowNo: row.rowNo }))),
    };
  }
}

export function assertTaken({ id, state }: ImportFileEntity): void {
  if (state === 'taken') return;
  throw new DomainError('IMPORT_DONE_ALREADY', 'The rows of this file are entered already', { id });
}
