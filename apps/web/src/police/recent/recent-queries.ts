import { plateColor, roadsideVerdict } from '@tongyun/contracts';
import { z } from 'zod';

const recentQuery = z.object({
  plateNo: z.string(),
  color: plateColor,
  verdict: roadsideVerdict,
  /** When it was asked, ISO. */
  askedAt: z.string(),
});
export type RecentQuery = z.infer<typeof recentQuery>;

const KEPT = 8;
const KEY = 'tongyun.police.recent';

/** As much of the browser's storage as is needed here. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The newest first, each plate once. What cannot be read is taken for nothing. */
export function readRecentQueries(storage: TextStorage): readonly RecentQuery[] {
  try {
    const read = z.array(recentQuery).safeParse(JSON.parse(storage.getItem(KEY) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Puts a query on top. A device that keeps nothing loses the list and no more. */
export function keepRecentQuery(storage: TextStorage, query: RecentQuery): readonly RecentQuery[] {
  const others = readRecentQueries(storage).filter(
    ({ plateNo, color }) => plateNo !== query.plateNo || color !== query.color,
  );
  const queries = [query, ...others].slice(0, KEPT);
  try {
    storage.setItem(KEY, JSON.stringify(queries));
  } catch {
    return queries;
  }
  return queries;
}
