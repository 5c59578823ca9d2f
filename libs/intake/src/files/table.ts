/** A row of a file as it lies there. */
export interface TableRow {
  /** Counted from 1. */
  readonly rowNo: number;
  readonly cells: readonly string[];
  /** Places of cells that hold a formula, counted from 0. */
  readonly formulas: readonly number[];
}
