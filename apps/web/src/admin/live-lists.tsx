import type { LiveTopic, MeView, WatchCommand } from '@tongyun/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readAgain } from '../api/read-again.js';
import { useLive } from '../live/use-live.js';
import { LiveState } from '../ui/live-state.js';
import { LIST_KEYS } from './lists/list-keys.js';
import { topicsFor } from './watched-topics.js';

const LIST_OF: Partial<Record<LiveTopic, readonly string[]>> = {
  alert: LIST_KEYS.alerts,
  terminal: LIST_KEYS.terminals,
};

/** Reads a list again as soon as something in it has changed, and says whether it follows. */
export function LiveLists({ permissions }: Pick<MeView, 'permissions'>) {
  const queries = useQueryClient();
  const readListsOf = (topics: readonly LiveTopic[]) => {
    for (const topic of new Set(topics)) {
      const queryKey = LIST_OF[topic];
      if (queryKey) void readAgain(queries, queryKey);
    }
  };
  const watched = useMemo(
    (): WatchCommand => ({ topics: topicsFor(permissions), viewport: null }),
    [permissions],
  );
  const connection = useLive('admin', watched, {
    onMessage: ({ changes }) => readListsOf(changes.map(({ topic }) => topic)),
    onResync: () => readListsOf(watched.topics),
  });
  return <LiveState connection={connection} />;
}
