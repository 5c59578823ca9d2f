interface Revision {
  readonly revision: number;
  /** The revision that this one went back to; null: it said something of its own. */
  readonly undoTo: number | null;
}

/**
 * The revision to go back to: the one before what the plan says now. Going back again and again
 * goes further back each time.
 *
 * @param changes newest first
 * @returns null when what the plan says is what it said at first
 */
export function findUndone(changes: readonly Revision[]): number | null {
  const byNumber = new Map(changes.map((change) => [change.revision, change]));
  const saidBy = (revision: number): number => {
    const undoTo = byNumber.get(revision)?.undoTo ?? null;
    return undoTo === null ? revision : saidBy(undoTo);
  };
  const [newest] = changes;
  if (!newest) return null;
  const now = saidBy(newest.revision);
  return now <= 1 ? null : saidBy(now - 1);
}
