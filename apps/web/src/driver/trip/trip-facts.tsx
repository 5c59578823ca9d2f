import type { TripView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

/** How much of what is in the drum. */
export function TripLoad({ trip }: { readonly trip: TripView }) {
  const { t } = useTranslation('driver');
  return (
    <p className="trip-load">
      <strong>{trip.grade}</strong>
      <strong>{t('trip.volume', { m3: carriedM3Of(trip).toFixed(2) })}</strong>
      <span>{t('trip.slump', { mm: trip.slumpMm })}</span>
    </p>
  );
}

/** What is in the drum still, when a site before this one has taken some of it. */
const carriedM3Of = ({ batchedM3, plannedM3, takenElsewhereM3 }: TripView): number =>
  batchedM3 === null ? plannedM3 : batchedM3 - takenElsewhereM3;

/** That the truck was sent elsewhere than it was told first, where, and why. */
export function TripDiversion({
  trip: { diversion, siteName, pourLocation },
}: {
  readonly trip: TripView;
}) {
  const { t } = useTranslation('driver');
  if (diversion === null) return null;
  const goal = { site: siteName, place: pourLocation, plant: diversion.plantName ?? '' };
  return (
    <p className="trip-diversion" role="status" data-testid="trip-diversion">
      <strong>{t(`trip.diverted.${diversion.kind}`, goal)}</strong>
      <span>{diversion.reason}</span>
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
      <dd className="fact-site">
        {trip.siteName}
        {trip.siteLandmark !== null && <div data-testid="landmark">{trip.siteLandmark}</div>}
      </dd>
      <dt>{t('trip.pour')}</dt>
      <dd>{trip.pourLocation}</dd>
    </dl>
  );
}
