import type { Page, PageQuery } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';

/** What a list is ordered by, as text, with the id to break ties. */
export interface CursorKey {
  readonly key: string;
  readonly id: string;
}

/** Reads the cursor of a list query; refuses one that this product did not make. */
export function readCursor({ cursor }: PageQuery): CursorKey | null {
  if (cursor === undefined) return null;
  const [key, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n');
  if (key === undefined || !/^[0-9a-f-]{36}$/.test(id ?? '') || rest.length > 0) {
    throw new DomainError('CURSOR_INVALID', 'The cursor is not one of this list', { cursor });
  }
  return { key, id: id! };
}

/**
 * Makes a page of rows that were fetched with `limit + 1`.
 *
 * @param keyOf the order key and id of a row, as `readCursor` will hand them back
 */
export function toPage<Row, View>(
  rows: readonly Row[],
  { limit }: PageQuery,
  keyOf: (row: Row) => CursorKey,
  view: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  const { key, id } = isMore ? keyOf(last) : { key: '', id: '' };
  return {
    items: shown.map(view),
    nextCursor: isMore ? Buffer.from(`${key}\n${id}`).toString('base64url') : null,
  };
}
