import { DomainError } from '@tongyun/kernel';

/** The ETag of a row that two people may edit: its version. */
export const etagOf = (row: { readonly version: number }): string => `"${row.version}"`;

/**
 * Refuses a write that was based on an older state; the loser gets the current one.
 *
 * @param ifMatch the request's `If-Match`; absent means the caller did not look
 */
export function assertUnchanged(
  ifMatch: string | undefined,
  row: { readonly version: number },
  current: unknown,
): void {
  if (ifMatch === undefined) {
    throw new DomainError('IF_MATCH_REQUIRED', 'State the version you saw in If-Match');
  }
  // A proxy that compresses weakens the tag on its way; the version in it is the same.
  if (ifMatch.replace(/^W\//, '') !== etagOf(row) && ifMatch !== '*') {
    throw new DomainError('VERSION_CONFLICT', 'Somebody else has changed it meanwhile', {
      version: row.version,
      current,
    });
  }
}
