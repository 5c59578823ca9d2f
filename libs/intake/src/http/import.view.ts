import type { ImportCheckView, ImportView } from '@tongyun/contracts';
import type { CheckedRows } from '../check-rows.service.js';
import type { ImportFileEntity } from '../data/import-file.entity.js';

export const toImportView = (
  file: ImportFileEntity,
  enteredRows: number | null = null,
): ImportView => ({
  id: file.id,
  kind: file.kind,
  fileName: file.fileName,
  crs: file.crs,
  rowCount: file.rowCount,
  state: file.state,
  enteredRows,
  takenAt: file.takenAt.toISOString(),
  importedAt: file.importedAt?.toISOString() ?? null,
});

export const toImportCheckView = ({
  checkedRows,
  rowCount,
  bad,
  places,
}: CheckedRows): ImportCheckView => ({
  checkedRows,
  rowCount,
  badRowCount: bad.length,
  badCells: bad.flatMap(({ rowNo, faults }) =>
    faults.map(({ column, value, code, reason }) => ({
      rowNo,
      column: column?.name ?? null,
      columnTitle: column?.title ?? null,
      value,
      code,
      reason,
    })),
  ),
  places: places.map(({ rowNo, name, position: { lng, lat } }) => ({
    rowNo,
    name,
    position: { lng, lat },
  })),
});
