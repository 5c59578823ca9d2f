import type { DriverDayView, DutyView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { formatPlate } from '../../plate/plate-entry.js';
import { OwnData } from '../own-data/own-data.js';
import { LanguageLink } from '../parts/language-link.js';
import type { PositionProblem } from '../position/use-positions.js';
import { PushSwitch } from '../push/push-switch.js';

export interface DayBarProps {
  readonly day: DriverDayView;
  readonly isOffline: boolean;
  readonly tapCount: number;
  readonly fixCount: number;
  readonly positionProblem: PositionProblem | null;
  readonly onSignOut: () => void;
}

/** Who drives what, and whether everything is sent. */
export function DayBar(props: DayBarProps) {
  const { day, isOffline, tapCount, fixCount, positionProblem, onSignOut } = props;
  const { t } = useTranslation('driver');
  const { t: shared } = useTranslation('shared');
  const vehicle = day.duty && vehicleOf(day.duty);
  return (
    <header className="day-bar">
      <div className="day-who">
        <h1>{vehicle ?? day.driverName}</h1>
        <span>{vehicle ? day.driverName : day.enterpriseName}</span>
      </div>
      <div className="day-badges" role="status">
        {isOffline && (
          <span className="badge badge-bad" data-testid="offline">
            {t('bar.offline')}
          </span>
        )}
        {positionProblem && positionProblem !== 'insecure' && (
          <span className="badge badge-wait">{t('bar.noPosition')}</span>
        )}
        {tapCount > 0 && (
          <span className="badge badge-wait" data-testid="waiting">
            {t('bar.waiting', { n: tapCount })}
          </span>
        )}
      </div>
      <details className="day-more">
        <summary aria-label={t('bar.more')}>⋯</summary>
        <div className="day-menu">
          <p>{day.enterpriseName}</p>
          <p data-testid="data-at">{t('bar.dataAt', { time: formatTime(day.dataAt) })}</p>
          {fixCount > 0 && <p>{t('bar.fixesWaiting', { n: fixCount })}</p>}
          {positionProblem && <p>{t(`position.${positionProblem}`)}</p>}
          <PushSwitch />
          <OwnData />
          <LanguageLink />
          <button type="button" className="link-button" onClick={onSignOut}>
            {shared('session.signOut')}
          </button>
        </div>
      </details>
    </header>
  );
}

const vehicleOf = ({ plateNo, equipmentNo }: DutyView): string | null =>
  plateNo ? formatPlate(plateNo) : equipmentNo;
