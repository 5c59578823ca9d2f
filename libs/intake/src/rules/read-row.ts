import type { Choices, Column, RowValues, Words } from './columns/column.js';

/** What is wrong with a cell, or with a row as a whole. */
export interface Fault {
  /** Null for the row as a whole. */
  readonly column: Column | null;
  readonly value: string;
  readonly code: string;
  readonly reason: Words;
}

/** A row as it lies in the file: text by column name, and which of them are formulas. */
export interface RawRow {
  /** Counted from 1, the header included. */
  readonly rowNo: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly formulas: readonly string[];
}

/** What a spreadsheet would run when the text is opened in it again (CSV injection). */
const RUNS = /^[=@\t\r]|^[+-](?![\d.])/u;
const TIME = /^(\S+)[ T](\d{1,2}):(\d{2})(?::\d{2})?$/u;
const DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;

/**
 * Reads the cells of a row by their columns. Formulas are refused: what they show depends on the
 * program that opens them. Text that a spreadsheet would run is refused as well.
 *
 * @returns every value that could be read (null for an empty cell) and every fault
 */
export function readRow(
  columns: readonly Column[],
  { cells, formulas }: RawRow,
): { values: RowValues; faults: Fault[] } {
  const faults: Fault[] = [];
  const values: Record<string, string | number | null> = {};
  for (const column of columns) {
    const text = (cells[column.name] ?? '').trim();
    const fault = (code: string, reason: Words) =>
      faults.push({ column, value: text, code, reason });
    values[column.name] = null;
    if (formulas.includes(column.name)) fault('FORMULA', IS_FORMULA);
    else if (text === '') {
      if (column.isRequired) fault('MISSING', IS_MISSING);
    } else if (RUNS.test(text)) fault('FORMULA', RUNS_WHEN_OPENED);
    else {
      const value = readCell(column, text);
      if (value === undefined) fault('CELL_INVALID', mustBe(column));
      else values[column.name] = value;
    }
  }
  return { values, faults };
}

/** What a cell of the column has to hold, as a reason. */
export const mustBe = ({ holds }: Column): Words => ({
  zh: `应为 ${holds.zh}`,
  en: `must be ${holds.en}`,
});

const IS_MISSING: Words = { zh: '必填', en: 'is required' };
const IS_FORMULA: Words = {
  zh: '单元格是公式，请粘贴为数值',
  en: 'is a formula: paste its value instead',
};
const RUNS_WHEN_OPENED: Words = {
  zh: '不能以 =、@、+、- 开头',
  en: 'must not begin with =, @, + or -',
};

function readCell(column: Column, text: string): string | number | undefined {
  switch (column.reads) {
    case 'text':
      return text;
    case 'number':
      return readNumber(text);
    case 'day':
      return readDay(text);
    case 'time':
      return readTime(text);
    case 'choice':
      return readChoice(column.choices ?? {}, text);
  }
}

/** Decimal digits; a comma stands between thousands and nowhere else. */
const NUMBER = /^[+-]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d*)?$/;

const readNumber = (text: string): number | undefined =>
  NUMBER.test(text) ? Number(text.replaceAll(',', '')) : undefined;

function readDay(text: string): string | undefined {
  const [, year, month, date] = DAY.exec(text) ?? [];
  if (year === undefined) return undefined;
  const on = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  const at = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(on) ? on : undefined;
}

function readTime(text: string): string | undefined {
  const [, date = '', hour = '', minute = ''] = TIME.exec(text) ?? [];
  const on = readDay(date);
  const isClock = Number(hour) < 24 && Number(minute) < 60;
  return on !== undefined && isClock ? `${on} ${hour.padStart(2, '0')}:${minute}` : undefined;
}

function readChoice(choices: Choices, text: string): string | undefined {
  const said = spelled(text);
  return Object.entries(choices).find(([value, { zh, en, also = [] }]) =>
    [value, zh, en, ...also].some((word) => spelled(word) === said),
  )?.[0];
}

/** People write words in their own way: capitals, blanks and dashes do not count. */
const spelled = (word: string): string => word.toLowerCase().replaceAll(/[\s_-]/gu, '');
