import { type AccessScope, DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportFileEntity, KeptRow } from './data/import-file.entity.js';
import type { RowEntry } from './rows/row-entry.js';
import { FILE_SHAPES } from './rules/columns/file-shapes.js';
import { explainRefusal } from './rules/explain-refusal.js';
import { type Fault, readRow } from './rules/read-row.js';

/** Enters a row and says what is wrong with it if that cannot be. */
@Injectable()
export class RowJudge {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns nothing when the row is entered; what was written for a faulty one is taken back */
  async enter(
    tx: EntityManager,
    scope: AccessScope,
    entry: RowEntry,
    file: ImportFileEntity,
    row: KeptRow,
  ): Promise<readonly Fault[]> {
    const { columns } = FILE_SHAPES[file.kind];
    const { values, faults } = readRow(columns, row);
    if (faults.length > 0) return faults;
    if (row.repeats !== null) return [repeated(row.repeats)];
    try {
      await this.unitOfWork.attempt(tx, (part) => entry.enter(part, scope, values, file));
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return explainRefusal(columns, ({ name }) => row.cells[name] ?? '', error);
    }
  }
}

const repeated = (first: number): Fault => ({
  column: null,
  value: '',
  code: 'REPEATED',
  reason: { zh: `与第 ${first} 行重复`, en: `stands for the same as row ${first}` },
});
