import type { LiveTopic, WatchCommand } from '@tongyun/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { readAgain } from '../api/read-again.js';
import { useLive } from '../live/use-live.js';
import { LiveState } from '../ui/live-state.js';
import { LIST_KEYS } from './lists/list-keys.js';

const WATCHED: WatchCommand = { topics: ['alert', 'terminal'], viewport: null };
const LIST_OF: Partial<Record<LiveTopic, readonly string[]>> = {
  alert: LIST_KEYS.alerts,
  terminal: LIST_KEYS.terminals,
};

/** Reads a list again as soon as something in it has changed, and says whether it follows. */
export function LiveLists() {
  const queries = useQueryClient();
  const readListsOf = (topics: readonly LiveTopic[]) => {
    for (const topic of new Set(topics)) {
      const queryKey = LIST_OF[topic];
      if (queryKey) void readAgain(queries, queryKey);
    }
  };
  const connection = useLive('admin', WATCHED, {
    onMessage: ({ changes }) => readListsOf(changes.map(({ topic }) => topic)),
    onResync: () => readListsOf(WATCHED.topics),
  });
  return <LiveState connection={connection} />;
}
