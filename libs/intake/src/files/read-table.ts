import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import type { TableRow } from './table.js';
import { unreadable } from './unreadable.js';

const startsWith = (file: Buffer, ...bytes: number[]): boolean =>
  file.subarray(0, bytes.length).equals(Buffer.from(bytes));

/**
 * Reads the rows of a file that are not empty, its headers among them. What sort of file it is
 * shows in its first bytes, whatever it is called.
 *
 * @param mostRows a file with more is refused
 */
export async function readTable(file: Buffer, mostRows: number): Promise<TableRow[]> {
  if (startsWith(file, 0x50, 0x4b)) return readWorkbook(file, mostRows);
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw unreadable({
      zh: '是旧版 .xls 或设有密码，请另存为 .xlsx',
      en: 'it is an old .xls or is protected by a password: save it as .xlsx',
    });
  }
  return readCsv(file, mostRows);
}
