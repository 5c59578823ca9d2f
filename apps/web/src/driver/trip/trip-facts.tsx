import type { TripView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

/** How much of what is in the drum. */
export function TripLoad({ trip }: { readonly trip: TripView }) {
  const { t } = useTranslation('driver');
  return (
    <p className="trip-load">
      <strong>{trip.grade}</strong>
      <strong>{t('trip.volume', { m3: (trip.batchedM3 ?? trip.plannedM3).toFixed(2) })}</strong>
      <span>{t('trip.slump', { mm: trip.slumpMm })}</span>
    </p>
  );
}

/** Where from, where to, and into what. */
export function TripFacts({ trip }: { readonly trip: TripView }) {
  const { t } = useTranslation('driver');
  return (
    <dl className="facts">
      <dt>{t('trip.from')}</dt>
      <dd>{trip.plantName}</dd>
      <dt>{t('trip.to')}</dt>
      <dd className="fact-site">{trip.siteName}</dd>
      <dt>{t('trip.pour')}</dt>
      <dd>{trip.pourLocation}</dd>
    </dl>
  );
}
