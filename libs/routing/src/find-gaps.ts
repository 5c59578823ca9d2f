/** Rows and columns of a table to be asked together, by their places in it. */
export interface Gap {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Finds what to ask of a table of which some cells are known: the rows that are missing as a whole,
 * and of the others the columns that lack a cell. So a new place among known ones asks its own row
 * and its own column, and nothing else.
 *
 * @param known row by row, whether a cell is known; all rows as long
 * @returns at most two blocks that together hold every missing cell; none when nothing is missing
 */
export function findGaps(known: readonly (readonly boolean[])[]): Gap[] {
  const columns = (known[0] ?? []).map((_, column) => column);
  const rowsWhere = (is: (row: readonly boolean[]) => boolean): number[] =>
    known.flatMap((row, index) => (is(row) ? [index] : []));
  const whole = { rows: rowsWhere(isNew), columns };
  const rest = {
    rows: rowsWhere((row) => row.includes(false) && !isNew(row)),
    columns: columns.filter((column) => known.some((row) => !isNew(row) && !row[column]!)),
  };
  return [whole, rest].filter(({ rows, columns: of }) => rows.length > 0 && of.length > 0);
}

const isNew = (row: readonly boolean[]): boolean => !row.includes(true);
