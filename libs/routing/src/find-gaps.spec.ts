import { array, assert, boolean, integer, property } from 'fast-check';
import { findGaps } from './find-gaps.js';

const tableOf = (...rows: string[]): boolean[][] =>
  rows.map((row) => [...row].map((cell) => cell === 'x'));

describe('findGaps', () => {
  it.each([
    { table: tableOf('xx', 'xx'), gaps: [], why: 'all is known' },
    { table: tableOf(), gaps: [], why: 'there is nothing' },
    {
      table: tableOf('...', '...'),
      gaps: [{ rows: [0, 1], columns: [0, 1, 2] }],
      why: 'nothing is known',
    },
    {
      table: tableOf('xx.', 'xx.', '...'),
      gaps: [
        { rows: [2], columns: [0, 1, 2] },
        { rows: [0, 1], columns: [2] },
      ],
      why: 'a place is new',
    },
    { table: tableOf('xx', 'x.'), gaps: [{ rows: [1], columns: [1] }], why: 'a cell was given up' },
  ])('is $gaps when $why', ({ table, gaps }) => {
    expect(findGaps(table)).toEqual(gaps);
  });

  it('holds every missing cell, in blocks that do not meet', () => {
    const aTable = integer({ min: 1, max: 6 }).chain((width) =>
      array(array(boolean(), { minLength: width, maxLength: width }), { maxLength: 6 }),
    );
    assert(
      property(aTable, (table) => {
        const gaps = findGaps(table);
        const asked = gaps.flatMap(({ rows, columns }) =>
          rows.flatMap((row) => columns.map((column) => `${row} ${column}`)),
        );
        expect(new Set(asked).size).toBe(asked.length);
        table.forEach((row, index) =>
          row.forEach((isKnown, column) => {
            expect(isKnown || asked.includes(`${index} ${column}`)).toBe(true);
          }),
        );
      }),
    );
  });
});
