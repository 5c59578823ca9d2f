/** A row as it stands beside the link that sealed it; what is not there is null. */
export interface SealedRow {
  readonly rowId: string;
  readonly sealed: { readonly sequence: number; readonly digest: string } | null;
  /** The digest of the row as it is now. */
  readonly digest: string | null;
  /** It was removed by a policy of how long its kind is kept, and that is on record. */
  readonly isLawfullyRemoved: boolean;
}

export type SealVerdict =
  'holds' | 'changed' | 'removed' | 'inserted' | 'waiting' | 'kept_no_longer';

/**
 * Judges whether a row is still the one that was sealed.
 *
 * @param settledBefore ids smaller than this were all sealed: an unsealed one was put in since
 */
export function judgeSeal(
  { rowId, sealed, digest, isLawfullyRemoved }: SealedRow,
  settledBefore: string,
): SealVerdict {
  if (sealed === null) return rowId < settledBefore ? 'inserted' : 'waiting';
  if (digest === null) return isLawfullyRemoved ? 'kept_no_longer' : 'removed';
  return digest === sealed.digest ? 'holds' : 'changed';
}
