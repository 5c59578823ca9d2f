import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useDriverAlerts } from './use-driver-alerts.js';

/** What the driver is to know now: what it is, what he is to do, and one button. */
export function DriverAlerts({ driverId }: { readonly driverId: string }) {
  const { t } = useTranslation('driver');
  const language = useLanguage();
  const { alerts, read } = useDriverAlerts(driverId);
  if (alerts.length === 0) return null;
  return (
    <section className="notice notice-bad" role="alert" data-testid="driver-alerts">
      <h2>{t('alerts.title')}</h2>
      <ul>
        {alerts.map(({ id, words, startedAt }) => (
          <li key={id}>
            {formatTime(startedAt)} {words[language]}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="plain-button"
        onClick={() => alerts.forEach(({ id }) => read(id))}
      >
        {t('alerts.seen')}
      </button>
    </section>
  );
}
