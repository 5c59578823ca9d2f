/** Of text in hand at once: it is one answer of the source, one string and one message to the target. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_ROWS = 2_000;

/**
 * How many rows of a table to have in hand at once: fewer where they are large.
 *
 * @param largestBytes of the table's largest row, written as text
 */
export const rowsAtOnce = (largestBytes: number): number =>
  Math.min(MOST_ROWS, Math.max(1, Math.floor(MOST_BYTES / Math.max(1, largestBytes))));
