import type { TripStage, TripView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { TripDiversion, TripFacts, TripLoad } from './trip-facts.js';

export interface TripCardProps {
  readonly trip: TripView;
  readonly stage: TripStage;
}

/** Where to, with what, whom to call. */
export function TripCard({ trip, stage }: TripCardProps) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  return (
    <article className="trip" data-testid="trip" data-stage={stage}>
      <header className="trip-head">
        <span className="trip-stage">{shared(`stage.${stage}`)}</span>
        <span>
          {t('trip.heading', { n: trip.loadNo })} · {trip.orderNo}
        </span>
      </header>
      <TripDiversion trip={trip} />
      <TripLoad trip={trip} />
      <TripFacts trip={trip} />
      <CallButton trip={trip} />
      <StageTimes trip={trip} />
    </article>
  );
}

function CallButton({ trip: { contactName, contactPhone } }: Pick<TripCardProps, 'trip'>) {
  const { t } = useTranslation('driver');
  if (contactPhone === null) return null;
  return (
    <a className="plain-button call" href={`tel:${contactPhone}`} data-testid="call">
      <span aria-hidden="true">☎</span>{' '}
      {contactName === null ? t('trip.callSite') : t('trip.call', { name: contactName })}
    </a>
  );
}

function StageTimes({ trip }: Pick<TripCardProps, 'trip'>) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  if (trip.stages.length === 0) return null;
  return (
    <section aria-label={t('trip.times')}>
      <ol className="times">
        {trip.stages.map(({ stage, at }) => (
          <li key={stage}>
            {shared(`stageButton.${stage}`)} <time dateTime={at}>{formatTime(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
