import type { DriverAlertView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listDriverAlerts, receiveAlert } from '../../api/alerts.js';
import { useLanguage } from '../../i18n/use-language.js';
import { speak } from '../speech/speak.js';

const POLL_MS = 60_000;
const SPOKEN = 'tongyun.driver.spoken-alerts';
const CONFIRMED = 'tongyun.driver.confirmed-alerts';

export const driverAlertsKey = (driverId: string) => ['driver', 'alerts', driverId] as const;

/** What the driver has not read yet and still goes on; read aloud once, and said to be shown. */
export function useDriverAlerts(driverId: string) {
  const queries = useQueryClient();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: driverAlertsKey(driverId),
    queryFn: listDriverAlerts,
    refetchInterval: POLL_MS,
    retry: false,
  });
  const askAgain = () => queries.invalidateQueries({ queryKey: driverAlertsKey(driverId) });
  const reading = useMutation({
    mutationFn: (id: string) => receiveAlert(id, { state: 'seen' }),
    onSettled: askAgain,
  });
  const { mutate: sayShown } = useMutation({
    mutationFn: ({ id }: DriverAlertView) => receiveAlert(id, { state: 'delivered' }),
    // What did not arrive is said again when the list is read next.
    onSuccess: (_answer, alert) => remember(CONFIRMED, alert),
  });
  const alerts = (data?.items ?? []).filter(
    ({ seenAt, endedAt }) => seenAt === null && endedAt === null,
  );
  useEffect(() => {
    const items = data?.items ?? [];
    for (const alert of pendingOf(CONFIRMED, items)) sayShown(alert);
    for (const alert of pendingOf(SPOKEN, items)) {
      remember(SPOKEN, alert);
      speak(alert.words[language], language);
    }
  }, [data, language, sayShown]);
  return { alerts, read: reading.mutate };
}

/** More than one driver has open at a time. */
const MOST_REMEMBERED = 100;

const nameOf = ({ id, level }: DriverAlertView) => `${id} ${level}`;

const rememberedIn = (store: string): Set<string> =>
  new Set((sessionStorage.getItem(store) ?? '').split('\n'));

/** Of the open ones, those that this page has not remembered; one that got graver is another. */
function pendingOf(store: string, alerts: readonly DriverAlertView[]): DriverAlertView[] {
  const remembered = rememberedIn(store);
  return alerts.filter(
    (alert) => alert.seenAt === null && alert.endedAt === null && !remembered.has(nameOf(alert)),
  );
}

function remember(store: string, alert: DriverAlertView): void {
  const names = [...rememberedIn(store), nameOf(alert)].filter((name) => name !== '');
  sessionStorage.setItem(store, names.slice(-MOST_REMEMBERED).join('\n'));
}
