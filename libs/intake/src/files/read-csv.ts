import { isUtf8 } from 'node:buffer';
import type { TableRow } from './table.js';
import { tooLarge, unreadable } from './unreadable.js';

/** One cell and what ends it (RFC 4180): quoted, its quotes doubled, or plain. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/uy;

/** Reads CSV in UTF-8, or in GB 18030 as a Chinese Excel saves it. */
export async function readCsv(file: Buffer, mostRows: number): Promise<TableRow[]> {
  const text = decode(file);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let rowNo = 1;
  for (let at = 0; at <= text.length;) {
    CELL.lastIndex = at;
    const found = CELL.exec(text);
    if (!found)
      throw unreadable({
        zh: `第 ${rowNo} 行的引号没有闭合`,
        en: `a quote is not closed in row ${rowNo}`,
      });
    const [whole, quoted, plain = '', end] = found;
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    at += whole.length;
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ rowNo, cells, formulas: [] });
    if (rows.length > mostRows) throw tooLarge('rows', mostRows);
    cells = [];
    rowNo += 1;
    if (end === '') break;
  }
  return rows;
}

function decode(file: Buffer): string {
  const text = new TextDecoder(isUtf8(file) ? 'utf-8' : 'gb18030').decode(file);
  if (/[\0\uFFFD]/u.test(text)) throw unreadable({ zh: '不是文本文件', en: 'it is no text' });
  return text;
}
