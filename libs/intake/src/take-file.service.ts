import { createHash } from 'node:crypto';
import type { TakeImportQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type ImportId,
  newId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportFileEntity, KeptRow } from './data/import-file.entity.js';
import { ImportFileRepository } from './data/import-file.repository.js';
import type { TableRow } from './files/table.js';
import { TableReader } from './files/table-reader.js';
import { tooLarge } from './files/unreadable.js';
import { RowEntries } from './row-entries.js';
import type { FileShape } from './rules/columns/column.js';
import { FILE_SHAPES } from './rules/columns/file-shapes.js';
import { findRepeats } from './rules/find-repeats.js';
import { type HeaderMatch, isSecondHeader, matchHeader } from './rules/match-header.js';
import { type RawRow, readRow } from './rules/read-row.js';

export const MOST_ROWS = 20_000;
/** The header may take two rows. */
const MOST_LINES = MOST_ROWS + 2;

@Injectable()
export class TakeFileService {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly entries: RowEntries,
    private readonly tables: TableReader,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads a file and keeps its rows for checking. Nothing of them is entered yet. */
  async take(
    scope: AccessScope,
    { kind, fileName, crs }: TakeImportQuery,
    bytes: Buffer,
  ): Promise<ImportFileEntity> {
    this.entries.of(scope, kind);
    const rows = rowsOf(FILE_SHAPES[kind], await this.tables.read(bytes, MOST_LINES));
    const file: ImportFileEntity = {
      id: newId<ImportId>(),
      kind,
      fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      crs: crs ?? null,
      rowCount: rows.length,
      rows,
      state: 'taken',
      takenBy: scope.userId,
      takenAt: this.clock.now(),
      importedAt: null,
    };
    await this.unitOfWork.run((tx) => this.files.insert(tx, file));
    return file;
  }
}

function rowsOf(shape: FileShape, lines: readonly TableRow[]): KeptRow[] {
  const [header, ...rest] = lines;
  const match = matchHeader(shape.columns, header?.cells ?? []);
  assertHeader(match);
  const isTwice = rest[0] !== undefined && isSecondHeader(shape.columns, match, rest[0].cells);
  const rows = (isTwice ? rest.slice(1) : rest).map((line) => toRawRow(match, line));
  if (rows.length === 0) throw new DomainError('IMPORT_EMPTY', 'The file has no rows');
  if (rows.length > MOST_ROWS) throw tooLarge('rows', MOST_ROWS);
  const repeats = findRepeats(
    shape,
    rows.map((row) => ({ rowNo: row.rowNo, values: readRow(shape.columns, row).values })),
  );
  return rows.map((row) => ({ ...row, repeats: repeats.get(row.rowNo) ?? null }));
}

function assertHeader({ missing, unknown, repeated }: HeaderMatch): void {
  if (missing.length + unknown.length + repeated.length === 0) return;
  throw new DomainError('IMPORT_HEADER_WRONG', 'The header does not fit this kind of file', {
    missing,
    unknown,
    repeated,
  });
}

function toRawRow({ placeOf }: HeaderMatch, { rowNo, cells, formulas }: TableRow): RawRow {
  const places = [...placeOf];
  return {
    rowNo,
    cells: Object.fromEntries(
      places.flatMap(([name, place]) => (cells[place] ? [[name, keepable(cells[place])]] : [])),
    ),
    formulas: places.filter(([, place]) => formulas.includes(place)).map(([name]) => name),
  };
}

/** Without what no database keeps: NULs, and halves of characters. */
const keepable = (text: string): string => text.replaceAll(/\0|\p{Surrogate}/gu, '');
