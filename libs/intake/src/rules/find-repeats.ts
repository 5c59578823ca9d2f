import type { FileShape, RowValues } from './columns/column.js';

interface ReadRow {
  readonly rowNo: number;
  readonly values: RowValues;
}

/**
 * Finds rows that stand for the same thing as an earlier row of their file.
 *
 * @returns for each of them the number of the first such row
 */
export function findRepeats(
  { marksOf }: Pick<FileShape, 'marksOf'>,
  rows: readonly ReadRow[],
): ReadonlyMap<number, number> {
  const firstWith = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const { rowNo, values } of rows) {
    for (const mark of marksOf(values)) {
      const first = firstWith.get(mark);
      if (first === undefined) firstWith.set(mark, rowNo);
      else repeats.set(rowNo, first);
    }
  }
  return repeats;
}
