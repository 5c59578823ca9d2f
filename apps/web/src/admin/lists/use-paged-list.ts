import type { Page } from '@tongyun/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

const PAGE_ROWS = 100;

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** A list read page by page as its reader asks for more. */
export function usePagedList<Row>(
  key: readonly unknown[],
  list: (request: PageRequest) => Promise<Page<Row>>,
  /** How often it is read again by itself, ms; then also when its reader comes back to the page. */
  readEveryMs: number | false = false,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      list({ limit: PAGE_ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: readEveryMs,
    refetchOnWindowFocus: readEveryMs === false ? false : 'always',
  });
  const { data } = query;
  // The same array as long as the same was read, for what draws the rows elsewhere than in a table.
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return {
    rows,
    isLoading: query.isFetching,
    error: query.error,
    /** When the rows were read; 0 before that. */
    readAt: query.dataUpdatedAt,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

export type PagedList<Row> = ReturnType<typeof usePagedList<Row>>;
