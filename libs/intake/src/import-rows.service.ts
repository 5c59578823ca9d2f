import { type AccessScope, type Clock, CLOCK, DomainError, type ImportId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { assertTaken } from './check-rows.service.js';
import type { ImportFileEntity } from './data/import-file.entity.js';
import { ImportFileRepository } from './data/import-file.repository.js';
import { RowEntries } from './row-entries.js';
import { RowJudge } from './row-judge.js';
import type { Fault } from './rules/read-row.js';

@Injectable()
export class ImportRowsService {
  private readonly entered = new Map<ImportId, number>();

  constructor(
    private readonly files: ImportFileRepository,
    private readonly entries: RowEntries,
    private readonly judge: RowJudge,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Rows entered so far by an import that this process has under way, else null. */
  enteredRows(id: ImportId): number | null {
    return this.entered.get(id) ?? null;
  }

  /** Enters every row of a file in one transaction. The first that cannot be takes all back. */
  async import(scope: AccessScope, id: ImportId): Promise<ImportFileEntity> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const file = await this.files.lock(tx, scope, id);
        if (!file) throw new DomainError('IMPORT_NOT_FOUND', `No file ${id}`, { id });
        assertTaken(file);
        const entry = this.entries.of(scope, file.kind);
        for (const row of await this.files.rowsOf(tx, id, 0, file.rowCount)) {
          const [fault] = await this.judge.enter(tx, scope, entry, file, row);
          if (fault) throw rowRefused(row.rowNo, fault);
          this.entered.set(id, (this.entered.get(id) ?? 0) + 1);
        }
        const importedAt = this.clock.now();
        await this.files.markImported(tx, id, importedAt);
        return { ...file, state: 'imported', importedAt };
      });
    } finally {
      this.entered.delete(id);
    }
  }
}

const rowRefused = (rowNo: number, { column, value, code, reason }: Fault): DomainError =>
  new DomainError(
    'IMPORT_ROW_REFUSED',
    `Row ${rowNo} cannot be entered, so none was: ${column?.title.en ?? 'it'} ${reason.en}`,
    { rowNo, column: column?.title ?? null, value, cause: code, reason },
  );
