import type ExcelJS from 'exceljs';
import type { Column, FileShape } from '../rules/columns/column.js';

const marked = (text: string, { isRequired }: Column): string => (isRequired ? `${text}*` : text);
const headers = (columns: readonly Column[]): [string[], string[]] => [
  columns.map((column) => marked(column.title.zh, column)),
  columns.map((column) => marked(column.title.en, column)),
];

/** An empty workbook to fill in: headers in both languages, and a sheet that says what goes where. */
export async function writeWorkbookTemplate({ title, columns }: FileShape): Promise<Buffer> {
  // A second to load, which whoever handles no workbook need not wait for.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(title.zh, { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRows(headers(columns));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(2).font = { color: { argb: 'FF6B7280' } };
  for (const [place, column] of columns.entries()) {
    const cells = sheet.getColumn(place + 1);
    cells.width = Math.max(12, column.title.zh.length * 2 + 4, column.title.en.length + 4);
    // Text keeps the zero that a phone number begins with, and leaves days as they are typed.
    cells.numFmt = '@';
  }
  addNotes(workbook.addWorksheet('填写说明 Notes'), columns);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addNotes(sheet: ExcelJS.Worksheet, columns: readonly Column[]): void {
  sheet.addRow(['列 Column', '必填 Required', '填写内容', 'What it holds', '示例 Example']);
  sheet.getRow(1).font = { bold: true };
  for (const { title, holds, isRequired, example } of columns) {
    const required = isRequired ? '是 yes' : '否 no';
    sheet.addRow([`${title.zh} ${title.en}`, required, holds.zh, holds.en, example]);
  }
  for (const [place, width] of [28, 14, 48, 60, 28].entries()) {
    sheet.getColumn(place + 1).width = width;
  }
}

/** The same headers as CSV, with the mark by which Excel knows UTF-8. */
export const writeCsvTemplate = ({ columns }: FileShape): Buffer =>
  Buffer.from(`\uFEFF${headers(columns).map(csvLine).join('')}`);

const csvLine = (texts: readonly string[]): string => `${texts.map(csvCell).join(',')}\r\n`;
const csvCell = (text: string): string =>
  /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
