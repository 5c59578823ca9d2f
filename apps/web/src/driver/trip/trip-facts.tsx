import type { TripView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

/** What must be right before a drum leaves the plant. */
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
