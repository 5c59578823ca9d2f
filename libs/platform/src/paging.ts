import type { Page, PageQuery } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';

/** What a list is ordered by, as text, with the id to break ties. */
export interface CursorKey {
  readonly key: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the cursor of a list ordered by text; refuses one that this product did not make. */
export function readCursor({ cursor }: PageQuery): CursorKey | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const border = text.lastIndexOf('\n');
  const id = text.slice(border + 1);
  if (border < 0 || !UUID.test(id) || text.includes('\0')) throw invalid(cursor);
  return { key: text.slice(0, border), id };
}

/** The same for a list ordered by time, whose keys are instants as `toISOString` writes them. */
export function readInstantCursor(query: PageQuery): CursorKey | null {
  const after = readCursor(query);
  if (after !== null && !isInstant(after.key)) throw invalid(query.cursor);
  return after;
}

/** Years of four digits without 0000, which no database has. */
function isInstant(text: string): boolean {
  const at = new Date(text);
  const isWritten = !Number.isNaN(at.getTime()) && at.toISOString() === text;
  return isWritten && /^\d{4}-/.test(text) && !text.startsWith('0000');
}

const invalid = (cursor: string | undefined) =>
  new DomainError('CURSOR_INVALID', 'The cursor is not one of this list', { cursor });

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
