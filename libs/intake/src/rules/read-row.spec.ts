import { column, optional } from './columns/column.js';
import { readRow } from './read-row.js';

const COLUMNS = [
  column.text('name', { zh: '名称', en: 'Name' }, { zh: '文字', en: 'text' }, ''),
  optional(column.number('size', { zh: '大小', en: 'Size' }, { zh: '数', en: 'a number' }, '')),
  optional(column.day('on', { zh: '日期', en: 'Day' }, '')),
  optional(
    column.choice(
      'kind',
      { zh: '类型', en: 'Kind' },
      { boom_pump: { zh: '汽车泵', en: 'boom pump', also: ['天泵'] } },
      '',
    ),
  ),
];
const read = (cells: Record<string, string>, formulas: string[] = []) =>
  readRow(COLUMNS, { rowNo: 3, cells: { name: '一站', ...cells }, formulas });

describe('a row of a file', () => {
  it('is read by its columns, an empty cell as nothing', () => {
    const { values, faults } = read({ size: '1,250.5', on: '2026/2/3', kind: 'Boom-Pump' });

    expect(faults).toEqual([]);
    expect(values).toEqual({ name: '一站', size: 1_250.5, on: '2026-02-03', kind: 'boom_pump' });
    expect(read({}).values).toMatchObject({ size: null, on: null, kind: null });
  });

  it.each([
    { cells: { name: ' ' }, column: 'name', code: 'MISSING', why: 'it has to be there' },
    { cells: { size: '12m' }, column: 'size', code: 'CELL_INVALID', why: 'it is no number' },
    { cells: { size: '1,2' }, column: 'size', code: 'CELL_INVALID', why: 'no thousand is of one' },
    { cells: { size: '0x10' }, column: 'size', code: 'CELL_INVALID', why: 'nobody counts so' },
    { cells: { size: '1e1' }, column: 'size', code: 'CELL_INVALID', why: 'nor so' },
    { cells: { on: '2026-02-30' }, column: 'on', code: 'CELL_INVALID', why: 'no such day' },
    { cells: { kind: '三轮车' }, column: 'kind', code: 'CELL_INVALID', why: 'no such kind' },
    { cells: { name: '=1+1' }, column: 'name', code: 'FORMULA', why: 'a spreadsheet runs it' },
    { cells: { name: '@SUM(A1)' }, column: 'name', code: 'FORMULA', why: 'so it does this' },
    { cells: { name: '-cmd|x' }, column: 'name', code: 'FORMULA', why: 'and this' },
  ])('is at fault in $column because $why', ({ cells, column: name, code }) => {
    const { faults } = read(cells);

    expect(faults).toMatchObject([{ column: { name }, code }]);
  });

  it('takes a word that it does not tell, and tells none of these', () => {
    expect(read({ kind: '天泵' })).toMatchObject({ values: { kind: 'boom_pump' }, faults: [] });
    expect(read({ kind: '拖泵' }).faults[0]!.reason.zh).toBe('应为 汽车泵');
  });

  it('may have negative numbers', () => {
    expect(read({ size: '-3.5' })).toMatchObject({ values: { size: -3.5 }, faults: [] });
  });

  it('says in both languages what a cell has to hold, for every fault at once', () => {
    const { faults } = read({ size: 'x', on: 'y' }, ['name']);

    expect(faults.map(({ reason }) => reason.zh)).toEqual([
      '单元格是公式，请粘贴为数值',
      '应为 数',
      '应为 日期，如 2026-12-01',
    ]);
    expect(faults[1]!.reason.en).toBe('must be a number');
  });
});
