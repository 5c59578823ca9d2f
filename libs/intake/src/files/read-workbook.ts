import type ExcelJS from 'exceljs';
import type { TableRow } from './table.js';
import { tooLarge, unreadable } from './unreadable.js';
import { unzipParts } from './unzip-parts.js';
import { zipParts } from './zip-parts.js';

/** What a sheet's cells are read from; pictures, comments and macros are left where they are. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/u;
const WORKBOOK = 'xl/workbook.xml';
const NAMES_END = '</definedNames>';
const TAG = '<'.charCodeAt(0);
/** 20,000 rows of 25 columns take half of these for their cells and half for their texts. */
const MOST_TAGS = 4_000_000;
const MOST_COLUMNS = 60;

/** Reads the first sheet of a workbook, however its maker meant it to look. */
export async function readWorkbook(file: Buffer, mostRows: number): Promise<TableRow[]> {
  const parts = await unzipParts(file, (name) => WANTED.test(name));
  const workbookPart = parts.get(WORKBOOK);
  if (!workbookPart)
    throw unreadable({ zh: '是压缩文件，但不是工作簿', en: 'it is a zip file of something else' });
  assertFewTags(parts);
  parts.set(WORKBOOK, withoutNames(workbookPart));
  // A second to load, which whoever handles no workbook need not wait for.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx
    .load(zipParts(parts).buffer as ArrayBuffer, { ignoreNodes: LEFT_OUT })
    .catch(() => {
      throw unreadable({ zh: '工作表已损坏', en: 'its sheet is damaged' });
    });
  const [sheet] = workbook.worksheets;
  if (!sheet) throw unreadable({ zh: '没有工作表', en: 'it has no sheet' });
  const rows: TableRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, rowNo) => {
    const table = readCells(row, rowNo);
    if (table.cells.some((text) => text !== '') || table.formulas.length > 0) rows.push(table);
    if (rows.length > mostRows) throw tooLarge('rows', mostRows);
  });
  return rows;
}

/** Nodes of a sheet that say nothing of its cells, some of which make exceljs fill whole ranges. */
const LEFT_OUT = [
  'autoFilter',
  'cols',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'mergeCells',
  'picture',
  'sheetProtection',
  'tableParts',
];

/** Named ranges are spelled out cell by cell when read: one of a whole sheet would never end. */
function withoutNames(part: Buffer): Buffer {
  const [start, end] = [part.indexOf('<definedNames'), part.lastIndexOf(NAMES_END)];
  if (start < 0) return part;
  if (end < start) throw unreadable({ zh: '名称列表不完整', en: 'its list of names does not end' });
  return Buffer.concat([part.subarray(0, start), part.subarray(end + NAMES_END.length)]);
}

/** Counts tags before any is read: each becomes an object, and a small file can hold millions. */
function assertFewTags(parts: ReadonlyMap<string, Buffer>): void {
  let count = 0;
  for (const part of parts.values()) {
    for (let at = part.indexOf(TAG); at >= 0; at = part.indexOf(TAG, at + 1)) count += 1;
    if (count > MOST_TAGS) throw tooLarge('cells', MOST_TAGS);
  }
}

function readCells(row: ExcelJS.Row, rowNo: number): TableRow {
  const cells: string[] = [];
  const formulas: number[] = [];
  for (let place = 0; place < Math.min(row.cellCount, MOST_COLUMNS); place += 1) {
    const { value } = row.getCell(place + 1);
    if (isFormula(value)) formulas.push(place);
    cells.push(textOf(value));
  }
  return { rowNo, cells, formulas };
}

const isFormula = (value: ExcelJS.CellValue): boolean =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
  if ('error' in value) return value.error;
  if ('formula' in value) return value.formula;
  return '';
}

/** A workbook's dates have no zone: exceljs reads the wall clock as if it were UTC. */
function dateText(at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  const text = at.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}
