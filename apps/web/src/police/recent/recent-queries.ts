import { plateColor } from '@tongyun/contracts';
import { z } from 'zod';

const recentQuery = z.object({
  plateNo: z.string(),
  color: plateColor,
  /** When it was asked, ISO. */
  askedAt: z.string(),
});
export type RecentQuery = z.infer<typeof recentQuery>;

const KEPT = 8;
/** A plate is asked about again within the same check on the road; another day has no need of it. */
const KEPT_MS = 2 * 3_600_000;
const KEY = 'tongyun.police.recent';

/** As much of the browser's storage as is needed here. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The newest first, each plate once, of the last two hours. What cannot be read is taken for nothing. */
export function readRecentQueries(storage: TextStorage, now: Date): readonly RecentQuery[] {
  try {
    const read = z.array(recentQuery).safeParse(JSON.parse(storage.getItem(KEY) ?? '[]'));
    return read.success ? stillRecent(read.data, now) : [];
  } catch {
    return [];
  }
}

/** Those of the last two hours; one of a time to come, by a clock that was set back, is none. */
export const stillRecent = (queries: readonly RecentQuery[], now: Date): readonly RecentQuery[] =>
  queries.filter(({ askedAt }) => {
    const agoMs = now.getTime() - Date.parse(askedAt);
    return agoMs >= 0 && agoMs < KEPT_MS;
  });

/** What one officer asked is not for who signs in after him. */
export const forgetRecentQueries = (storage: Pick<Storage, 'removeItem'>): void =>
  storage.removeItem(KEY);

/** Puts a query on top. A device that keeps nothing loses the list and no more. */
export function keepRecentQuery(storage: TextStorage, query: RecentQuery): readonly RecentQuery[] {
  const others = readRecentQueries(storage, new Date(query.askedAt)).filter(
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
