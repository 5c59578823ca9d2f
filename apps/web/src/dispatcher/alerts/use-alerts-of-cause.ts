import type { AlertView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { listAlerts } from '../../api/alerts.js';
import { allPages } from '../../api/all-pages.js';
import { alertsNow } from '../queries.js';
import { mergeAlerts } from './desk-alerts.js';

/** The alerts of a cause: those the desk has and, once somebody wants to see them, those that it has not. */
export function useAlertsOfCause(
  known: readonly [AlertView, ...AlertView[]],
  isWanted: boolean,
): readonly AlertView[] {
  const [{ causeKey }] = known;
  const isMore = known.some(({ causeCount }) => causeCount > known.length);
  const { data } = useQuery({
    // Under the desk's alerts, so that what makes these be read again does the same here.
    queryKey: [...alertsNow().queryKey, 'of-cause', causeKey],
    queryFn: () => allPages((page) => listAlerts({ ...page, causeKey: causeKey ?? '' })),
    enabled: isWanted && causeKey !== null && isMore,
  });
  return data ? mergeAlerts([data, known]) : known;
}
