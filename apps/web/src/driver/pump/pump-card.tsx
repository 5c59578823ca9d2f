import type { OperatorPumpJobView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import type { ShownPumpStage } from './shown-pump-stage.js';

export interface PumpCardProps {
  readonly job: OperatorPumpJobView;
  readonly state: ShownPumpStage['state'];
}

/** Where to, by when, whom to call. */
export function PumpCard({ job, state }: PumpCardProps) {
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  return (
    <article className="trip" data-testid="pump-job" data-state={state}>
      <header className="trip-head">
        <span className="trip-stage">{shared(`pumpJobState.${state}`)}</span>
        <span>
          {t('pump.heading')} · {job.orderNo}
        </span>
      </header>
      <p className="trip-load">
        <strong>{t('pump.readyBy', { time: formatTime(job.readyByAt) })}</strong>
        <span>{t('pump.departBy', { time: formatTime(job.departAt) })}</span>
      </p>
      <dl className="facts">
        <dt>{t('trip.from')}</dt>
        <dd>{job.plantName}</dd>
        <dt>{t('trip.to')}</dt>
        <dd className="fact-site">{job.siteName}</dd>
        <dt>{t('trip.pour')}</dt>
        <dd>{job.pourLocation}</dd>
        <dt>{t('pump.pour')}</dt>
        <dd>{t('pump.volumeUntil', { m3: job.plannedM3, time: formatTime(job.untilAt) })}</dd>
        {job.pumpReachM !== null && (
          <>
            <dt>{t('pump.reach')}</dt>
            <dd>{t('pump.metres', { m: job.pumpReachM })}</dd>
          </>
        )}
      </dl>
      {job.contactPhone !== null && (
        <a className="plain-button call" href={`tel:${job.contactPhone}`} data-testid="call">
          <span aria-hidden="true">☎</span>{' '}
          {job.contactName === null
            ? t('trip.callSite')
            : t('trip.call', { name: job.contactName })}
        </a>
      )}
      {job.stages.length > 0 && (
        <section aria-label={t('trip.times')}>
          <ol className="times">
            {job.stages.map(({ stage, at }) => (
              <li key={stage}>
                {shared(`pumpButton.${stage}`)} <time dateTime={at}>{formatTime(at)}</time>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}
