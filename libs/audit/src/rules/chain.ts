import { createHash } from 'node:crypto';

/** One link of the chain without its own hash: a row that was sealed. */
export interface Link {
  /** Counts from 1 without a gap. */
  readonly sequence: number;
  /** The sealed table. */
  readonly source: string;
  /** Which list of columns the digest is over. */
  readonly form: number;
  readonly rowId: string;
  /** SHA-256 over the row's columns, in hex. */
  readonly digest: string;
  readonly sealedAt: Date;
}

/** What the first link follows on: 32 zero bytes, in hex. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash that closes a link: SHA-256, in hex, over the hash before it and every field of the link,
 * so that no link can be changed, taken out, put in or moved without the next one telling.
 */
export function closeLink(previousHash: string, link: Link): string {
  const { sequence, source, form, rowId, digest, sealedAt } = link;
  const fields = [previousHash, sequence, source, form, rowId, digest, sealedAt.getTime()];
  return createHash('sha256').update(fields.join('|')).digest('hex');
}

export type LinkVerdict = 'holds' | 'out_of_sequence' | 'broken';

/** Judges a stored link against the one before it; `null` stands before the first. */
export function judgeLink(
  previous: { readonly sequence: number; readonly hash: string } | null,
  link: Link & { readonly hash: string },
): LinkVerdict {
  if (link.sequence !== (previous?.sequence ?? 0) + 1) return 'out_of_sequence';
  return closeLink(previous?.hash ?? GENESIS, link) === link.hash ? 'holds' : 'broken';
}
