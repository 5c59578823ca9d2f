import type { DriverDayView } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverWork } from '../day/use-driver-work.js';
import { formatDate, formatTime } from '../../i18n/time.js';
import type { StartEntry } from '../queue/queue-entry.js';
import { moveStart, suggestStart } from './suggest-start.js';

export interface NextStartProps {
  readonly day: DriverDayView;
  readonly work: DriverWork;
}

const STEP_MIN = 30;

/** When he begins next: one tap confirms it, two more move it; nothing is typed. */
export function NextStart({ day, work }: NextStartProps) {
  const { t } = useTranslation('driver');
  const [chosen, setChosen] = useState<Date | null>(null);
  const now = new Date();
  const waiting = (work.queue.taps ?? []).findLast(
    (tap): tap is StartEntry => tap.kind === 'start',
  );
  const said = waiting?.startsAt ?? day.start?.startsAt ?? null;
  const isSaid = said !== null && Date.parse(said) > now.getTime();
  const startsAt = chosen ?? (isSaid ? new Date(said) : suggestStart(day.nextJobAt, now));
  const isNew = !isSaid || startsAt.getTime() !== Date.parse(said);
  const move = (byMin: number) => setChosen(moveStart(startsAt, byMin, now));

  return (
    <section className="next-start" aria-label={t('start.title')} data-testid="next-start">
      <h2>{t('start.title')}</h2>
      {isSaid && (
        <p role="status" className="notice notice-good" data-testid="start-said">
          {t(waiting ? 'start.waits' : 'start.said', {
            day: formatDate(said),
            time: formatTime(said),
          })}
        </p>
      )}
      <div className="next-start-time">
        <button type="button" className="plain-button" onClick={() => move(-STEP_MIN)}>
          {t('start.earlier', { n: STEP_MIN })}
        </button>
        <strong>
          <small>{formatDate(startsAt)}</small>
          {formatTime(startsAt)}
        </strong>
        <button type="button" className="plain-button" onClick={() => move(STEP_MIN)}>
          {t('start.later', { n: STEP_MIN })}
        </button>
      </div>
      {isNew && (
        <button
          type="button"
          className="main-button"
          data-testid="confirm-start"
          onClick={() => {
            setChosen(null);
            void work.confirmStart(startsAt, new Date());
          }}
        >
          {t('start.confirm')}
        </button>
      )}
    </section>
  );
}
