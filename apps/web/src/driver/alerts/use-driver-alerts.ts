import type { DriverAlertView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listDriverAlerts, receiveAlert } from '../../api/alerts.js';
import { useLanguage } from '../../i18n/use-language.js';
import { speak } from '../speech/speak.js';

const POLL_MS = 60_000;
const SPOKEN = 'tongyun.driver.spoken-alerts';

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
    mutationFn: (id: string) => receiveAlert(id, { state: 'delivered' }),
  });
  const alerts = (data?.items ?? []).filter(
    ({ seenAt, endedAt }) => seenAt === null && endedAt === null,
  );
  useEffect(() => {
    for (const alert of takeUnspoken(data?.items ?? [])) {
      sayShown(alert.id);
      speak(alert.words[language], language);
    }
  }, [data, language, sayShown]);
  return { alerts, read: reading.mutate };
}

const nameOf = ({ id, level }: DriverAlertView) => `${id} ${level}`;

/** Those that were not read aloud on this phone yet; one that got graver is read again. */
function takeUnspoken(alerts: readonly DriverAlertView[]): DriverAlertView[] {
  const spoken = new Set((sessionStorage.getItem(SPOKEN) ?? '').split('\n'));
  const unspoken = alerts.filter(
    (alert) => alert.seenAt === null && alert.endedAt === null && !spoken.has(nameOf(alert)),
  );
  if (unspoken.length > 0) sessionStorage.setItem(SPOKEN, alerts.map(nameOf).join('\n'));
  return unspoken;
}
