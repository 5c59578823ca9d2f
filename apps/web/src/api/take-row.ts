import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface VersionedRow {
  readonly id: string;
  readonly version: number;
}

/**
 * Puts a row that the server sent into a list that is cached: in place of an older one, else first.
 * An answer still on its way may be older than the row, so the row is taken once more after it.
 */
export function takeRow<Row extends VersionedRow>(
  queries: QueryClient,
  queryKey: QueryKey,
  row: Row,
): void {
  queries.setQueryData<Row[]>(queryKey, (rows) => rows && upsert(rows, row));
  const query = queries.getQueryCache().find({ queryKey, exact: true });
  if (query?.state.fetchStatus !== 'fetching') return;
  const again = () => takeRow(queries, queryKey, row);
  query.promise?.then(again, again);
}

function upsert<Row extends VersionedRow>(rows: readonly Row[], row: Row): Row[] {
  const known = rows.find(({ id }) => id === row.id);
  if (!known) return [row, ...rows];
  return rows.map((one) => (one === known && known.version <= row.version ? row : one));
}
