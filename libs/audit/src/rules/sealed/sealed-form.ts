/** Columns of a row that its digest is over. Kept for ever: rows sealed under it are checked by it. */
export interface SealedForm {
  /** In this order; JSON writes them in one manner whatever the session's settings are. */
  readonly plain: readonly string[];
  /** Instants, taken as microseconds: their text depends on the session's time zone. */
  readonly instants: readonly string[];
  /** Areas, taken as the bytes that PostGIS stores. */
  readonly shapes?: readonly string[];
}

/** A table whose rows are only added, and which of its columns the chain holds. */
export interface SealedTable {
  /** The source that a link names; its table too, unless `table` says otherwise. */
  readonly source: string;
  readonly table?: string;
  /** Columns that change in the life of a row, and are no part of what was decided. */
  readonly changing?: readonly string[];
  /** SQL over the row: only those are sealed. */
  readonly where?: string;
  /** Numbered from 1; a new column makes a new form at the end. */
  readonly forms: readonly [SealedForm, ...SealedForm[]];
}

/** A table whose rows have had these columns from the first, beside their id. */
export function decision(
  source: string,
  plain: readonly string[],
  instants: readonly string[],
  shapes: readonly string[] = [],
): SealedTable {
  return { source, forms: [{ plain: ['id', ...plain], instants, shapes }] };
}
