import type { Column, FileShape } from '../rules/columns/column.js';

const marked = (text: string, { isRequired }: Column): string => (isRequired ? `${text}*` : text);
const headers = (columns: readonly Column[]): [string[], string[]] => [
  columns.map((column) => marked(column.title.zh, column)),
  columns.map((column) => marked(column.title.en, column)),
];

/** The headers in both languages as CSV, with the mark by which Excel knows UTF-8. */
export const writeTemplate = ({ columns }: FileShape): Buffer =>
  Buffer.from(`\uFEFF${headers(columns).map(csvLine).join('')}`);

const csvLine = (texts: readonly string[]): string => `${texts.map(csvCell).join(',')}\r\n`;
const csvCell = (text: string): string =>
  /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
