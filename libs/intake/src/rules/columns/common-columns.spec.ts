import { emissionClass, plateColor } from '@tongyun/contracts';
import { readRow } from '../read-row.js';
import { EMISSION_CLASS, PLATE_COLOR, vehicleMarksOf } from './common-columns.js';
import type { Column } from './column.js';

const read = (column: Column, text: string) => {
  const row = { rowNo: 2, cells: { [column.name]: text }, formulas: [] };
  return readRow([column], row).values[column.name];
};

describe('the columns of every file', () => {
  it.each([
    { column: EMISSION_CLASS, values: emissionClass.options },
    { column: PLATE_COLOR, values: plateColor.options },
  ])('take $column.name in the words of either language, and no value is without', (one) => {
    const { choices = {} } = one.column;

    expect(Object.keys(choices).toSorted()).toEqual([...one.values].toSorted());
    for (const value of one.values) {
      const { zh, en } = choices[value]!;
      expect([value, zh, en].map((word) => read(one.column, word))).toEqual([value, value, value]);
    }
  });

  it.each([
    { written: '国Ⅵ', read: '国六' },
    { written: '国 vi', read: '国六' },
    { written: '国6', read: '国六' },
    { written: 'China-5', read: '国五' },
    { written: '纯电动', read: '新能源' },
    { written: '欧五', read: null },
  ])('take the emission class that is written $written as $read', ({ written, read: value }) => {
    expect(read(EMISSION_CLASS, written)).toBe(value);
  });
});

const marksOf = (equipmentNo: string) =>
  vehicleMarksOf({ plateNo: null, plateColor: null, equipmentNo });

describe('the marks of a vehicle', () => {
  it.each(['tb 01', 'TB  01', 'ＴＢ　０１'])(
    'are the same of an equipment number typed %j',
    (typed) => {
      expect(marksOf(typed)).toEqual(marksOf('TB 01'));
    },
  );
});
