import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Rows written at a time, so that whoever else waits for this process is served in between. */
const AT_ONCE = 200;

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetColumn<Row> {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly valueOf: (row: Row) => string | number;
}

export interface Sheet<Row> {
  readonly name: string;
  /** What the sheet is of, above its header. */
  readonly heading: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
}

/** One sheet as a workbook; every cell is a value, none a formula. */
export async function writeWorkbook<Row>({
  name,
  heading,
  columns,
  rows,
}: Sheet<Row>): Promise<Buffer> {
  const stream = new PassThrough();
  const written = buffer(stream);
  // A second to load, which whoever handles no workbook need not wait for.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] });
  for (const [place, { width }] of columns.entries()) sheet.getColumn(place + 1).width = width;
  const top = sheet.addRow([heading]);
  top.font = { bold: true, size: 14 };
  top.commit();
  const header = sheet.addRow(columns.map(({ title }) => title));
  header.font = { bold: true };
  header.commit();
  for (const [place, row] of rows.entries()) {
    sheet.addRow(columns.map(({ valueOf }) => valueOf(row))).commit();
    if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  sheet.commit();
  await workbook.commit();
  return written;
}
