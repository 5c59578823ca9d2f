/** The fields of a revision that this rule reads. */
interface Revision {
  readonly revision: number;
  readonly kind: string;
  /** The revision that this one went back to; null: it said something of its own. */
  readonly undoTo: number | null;
}

/**
 * The revision to go back to: the one before what the plan says now. Going back again and again
 * goes further back each time; a release changed nothing that could be taken back.
 *
 * @param changes newest first
 * @returns null when what the plan says is what it said at first
 */
export function findUndone(changes: readonly Revision[]): number | null {
  const byNumber = new Map(changes.map((change) => [change.revision, change]));
  const saidBy = (revision: number): number => {
    const { undoTo = null, kind } = byNumber.get(revision) ?? {};
    if (undoTo !== null) return saidBy(undoTo);
    return kind === 'released' ? saidBy(revision - 1) : revision;
  };
  const [newest] = changes;
  if (!newest) return null;
  const now = saidBy(newest.revision);
  return now <= 1 ? null : saidBy(now - 1);
}
